"""What grows is what was reviewed and committed, and no tool finds fault with it.

`make golden` writes anew what the golden blueprints grow; `git diff` is then what to review.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.grow import grow
from apiwright.surface.page import read_page

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))
EXAMPLES = sorted(page.stem for page in (ROOT / "examples").glob("*.yaml"))
PLAIN_DOMAINS = ["bookshop/after/bookshop/authors", "bookshop/after/bookshop/publishers"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_golden(example: str) -> None:
    page, copy = ROOT / "examples" / f"{example}.yaml", GOLDEN / example / "blueprint.yaml"
    assert copy.read_text() == page.read_text(), "run `make golden` and review what changed"


@pytest.mark.parametrize("case", CASES)
def test_a_blueprint_grows_what_is_committed(case: str) -> None:
    files = grow(read_page(GOLDEN / case / "blueprint.yaml").blueprint(case))
    committed = read(GOLDEN / case / "after")
    assert files.keys() == committed.keys(), "run `make golden` and review what changed"
    for path, content in files.items():
        assert content.decode() == committed[path].decode(), f"`make golden`, and review {path}"


@pytest.mark.parametrize("command", ["check", "format --check"])
def test_the_projects_own_ruff_finds_nothing(command: str) -> None:
    projects = [f"{case}/after" for case in CASES]  # ruff reads the settings of each
    ruff = [sys.executable, "-m", "ruff", *command.split(), "--no-cache", *projects]
    ran = subprocess.run(ruff, cwd=GOLDEN, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_pyright_in_strict_mode_finds_nothing(tmp_path: Path) -> None:
    for case in CASES:
        shutil.copytree(GOLDEN / case / "after", tmp_path / case)
    config = {
        "typeCheckingMode": "strict",
        "executionEnvironments": [{"root": case} for case in CASES],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config))
    pyright = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ran = subprocess.run(pyright, cwd=tmp_path, capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout)
    assert found["generalDiagnostics"] == []
    assert found["summary"]["filesAnalyzed"] == len(list(tmp_path.rglob("*.py")))


@pytest.mark.parametrize("domain", PLAIN_DOMAINS)
def test_a_plain_domain_is_under_160_lines(domain: str) -> None:
    lines = [path.read_text().count("\n") for path in (GOLDEN / domain).glob("*.py")]
    assert sum(lines) < 160


def read(after: Path) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(path.relative_to(after).as_posix()): path.read_bytes()
        for path in after.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
