"""The command line as a person runs it, in a folder of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

from .standing import PAGE, Standing, environment

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="session")
def run_in() -> Iterator[Run]:
    """Runs `apiwright` in a folder, with these arguments; what it imports is imported once."""
    warm = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("warm.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with warm, TemporaryDirectory() as told:
        yield partial(_run_in, warm, Path(told))


@pytest.fixture
def apiwright(run_in: Run, tmp_path: Path) -> Run:
    """Runs `apiwright` with these arguments."""
    return partial(run_in, tmp_path)


@pytest.fixture
def new_apiwright(tmp_path: Path) -> Run:
    """Runs `apiwright` with these arguments in a new Python, whose environment is that of now."""

    def run(*arguments: str) -> CompletedProcess[str]:
        command = [sys.executable, "-m", "apiwright", *arguments]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        return _ran(command, ran.returncode, ran.stdout, ran.stderr)

    return run


def _run_in(
    warm: subprocess.Popen[bytes], told: Path, folder: Path, *arguments: str | Path
) -> CompletedProcess[str]:
    out, error = told / "out", told / "error"
    said = [*map(str, arguments)]
    call = {"arguments": said, "folder": str(folder), "out": str(out), "error": str(error)}
    assert warm.stdin
    assert warm.stdout
    warm.stdin.write(json.dumps(call).encode() + b"\n")
    warm.stdin.flush()
    code = int(warm.stdout.readline())
    return _ran(said, code, out.read_bytes(), error.read_bytes())


def _ran(command: list[str], code: int, out: bytes, error: bytes) -> CompletedProcess[str]:
    assert b"Traceback" not in error, error.decode()
    return CompletedProcess(command, code, out.decode(), error.decode())


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """What stands in the folder now."""
    return lambda: tree(tmp_path)


@pytest.fixture(scope="session")
def built(run_in: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is built and nothing more."""
    root = tmp_path_factory.mktemp("built")
    (root / "blueprint.yaml").write_text(PAGE)
    run = run_in(root, "build", "--yes", "--no-prove")
    assert run.returncode == 0, run.stderr
    return root


@pytest.fixture
def unmigrated(built: Path, tmp_path: Path, database_url: str) -> Standing:
    """A project whose database is empty."""
    copytree(built, tmp_path, dirs_exist_ok=True)
    environment(tmp_path, database_url)
    return Standing(tmp_path, database_url)


@pytest.fixture
def project(unmigrated: Standing) -> Standing:
    """A project that stands as it was built."""
    unmigrated.run("alembic", "upgrade", "head")
    return unmigrated
