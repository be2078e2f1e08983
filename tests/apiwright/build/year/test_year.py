"""A tracker lives through a year of changes, and loses neither an edit nor a row."""

from pathlib import Path

import pytest

from tests.apiwright.build.year.diary import read_diary
from tests.apiwright.build.year.life import Life
from tests.apiwright.build.year.rows import put_first_rows
from tests.apiwright.generations import GENERATIONS, unpack
from tests.apiwright.surface.standing import environment


@pytest.mark.slow
def test_a_year_of_changes_loses_no_edit_and_no_row(tmp_path: Path, database_url: str) -> None:
    life = Life(unpack(GENERATIONS[0], tmp_path), database_url)
    environment(life.root, database_url)
    with (life.root / ".env").open("a") as settings:
        settings.write(f"SECRET_KEY={'a' * 48}\n")
    life.arrive()
    put_first_rows(database_url)
    for entry in read_diary():
        life.go_on(entry)
    life.run("-m", "ruff", "check", "--no-cache", ".")
    life.run("-m", "pyright", "--pythonpath", str(life.root / ".venv/bin/python"))
    life.run("-m", "pytest", "-p", "no:cacheprovider")
