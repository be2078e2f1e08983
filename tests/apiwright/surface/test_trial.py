"""What does not go together with its owner's edits is not written."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

PAGE = """\
backend: Shop
resources:
  Author:
    fields: {name: str 1..120}
    access: {read: anyone, write: anyone}
"""
ENDPOINT = """\
endpoints:
  GET /authors/oldest: {returns: Author, access: anyone}
"""


@pytest.mark.slow
def test_what_does_not_hold_together_with_an_edit_is_not_written(
    apiwright: Run, tmp_path: Path, files: Callable[[], dict[str, bytes]]
) -> None:
    (tmp_path / "blueprint.yaml").write_text(PAGE)
    assert apiwright("build", "--yes", "--no-prove").returncode == 0
    for path in (tmp_path / "shop/authors").glob("*.py"):
        path.write_text(path.read_text().replace("AuthorRead", "AuthorAnswer"))
    (tmp_path / "blueprint.yaml").write_text(PAGE + ENDPOINT)
    before = files()
    run = apiwright("build", "--yes")
    assert run.returncode == 1
    assert "failed types" in run.stdout
    assert "AuthorRead" in run.stdout
    assert "does not hold together with your edits: lint, types, start" in run.stderr
    assert files() == before
