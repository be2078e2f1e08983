"""What loses data or breaks clients is said by name, or asked for; never guessed."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
Change = Callable[[str, str], None]

PAGE = """\
backend: Shop
resources:
  Book:
    fields:
      title: str 1..200
      isbn: str 13
    access: {read: anyone, write: anyone}
"""
BUILD = ("build", "--yes", "--no-prove")


@pytest.fixture
def change(apiwright: Run, tmp_path: Path) -> Change:
    """Changes the page of a project that stands."""
    page = tmp_path / "blueprint.yaml"
    page.write_text(PAGE)
    run = apiwright(*BUILD)
    assert run.returncode == 0, run.stderr

    def replace(old: str, new: str) -> None:
        assert PAGE.count(old) == 1
        page.write_text(PAGE.replace(old, new))

    return replace


def steps(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "migrations/versions").glob("*.py"))


def test_a_field_that_may_be_renamed_is_asked_for_where_it_stands(
    apiwright: Run, change: Change
) -> None:
    change("isbn: str 13", "code: str 13")
    for command in (("plan",), (*BUILD, "--accept-breaking")):
        run = apiwright(*command)
        assert run.returncode == 1
        assert "`Book.isbn` goes, and `Book.code` comes, which could hold the same." in run.stderr
        assert "   at  blueprint.yaml:6:7" in run.stderr
        assert "write `was isbn` there, or if it is lost: --drop books.isbn" in run.stderr


def test_a_declared_rename_is_built_and_may_stay_in_the_page(
    apiwright: Run, change: Change, tmp_path: Path
) -> None:
    change("isbn: str 13", "code: str 13, was isbn")
    assert apiwright(*BUILD, "--accept-breaking").returncode == 0
    assert steps(tmp_path) == ["0001_create_shop.py", "0002_rename_books.py"]
    assert apiwright("plan").returncode == 0


def test_a_resource_that_may_be_renamed_is_asked_for(apiwright: Run, change: Change) -> None:
    change("  Book:", "  Novel:")
    run = apiwright("plan")
    assert "`Book` goes, and `Novel` comes, which could hold the same." in run.stderr
    assert "   at  blueprint.yaml:3:3" in run.stderr
    assert "write `was: Book` there, or if it is lost: --drop books" in run.stderr
    assert apiwright("plan", "--drop", "books").returncode == 2


def test_a_loss_is_refused_until_it_is_said_by_name(
    apiwright: Run, change: Change, files: Callable[[], dict[str, bytes]]
) -> None:
    change("      isbn: str 13\n", "")
    before = files()
    run = apiwright(*BUILD, "--accept-breaking")
    assert run.returncode == 1
    assert "`books.isbn` is lost, with all it holds." in run.stderr
    assert "if it is meant: --drop books.isbn" in run.stderr
    assert files() == before
    assert apiwright(*BUILD, "--accept-breaking", "--drop", "books.isbn").returncode == 0


def test_what_breaks_clients_is_refused_until_it_is_accepted(
    apiwright: Run, change: Change, files: Callable[[], dict[str, bytes]]
) -> None:
    change("title: str 1..200", "title: str 1..100")
    before = files()
    run = apiwright(*BUILD)
    assert run.returncode == 1
    assert "error: Clients lose what they count on." in run.stderr
    assert "  why  `Book.title` has a maximum of 100." in run.stderr
    assert "if it is meant: --accept-breaking" in run.stderr
    assert files() == before
    assert apiwright(*BUILD, "--accept-breaking").returncode == 0


def test_rows_get_what_is_said(apiwright: Run, change: Change, tmp_path: Path) -> None:
    change("isbn: str 13", "isbn: str 13\n      slug: str 1..200")
    stopped = "slug is missing   stop the migration, unless --fill books.slug=…"
    assert stopped in apiwright("plan").stdout
    said = apiwright(*BUILD, "--accept-breaking", "--fill", "books.slug=lower(title)")
    assert said.returncode == 0, said.stderr
    assert re.search(r"slug is missing +get lower\(title\)", said.stdout)
    contract = (tmp_path / "migrations/versions/0003_contract_books.py").read_text()
    assert 'fill("books", "slug", "lower(title)", "slug IS NULL")' in contract


@pytest.mark.parametrize(
    ("option", "what", "advice"),
    [
        ("--drop=books.ibsn", "Nothing called `books.ibsn` goes", "books.isbn"),
        ("--fill=books.slug=1", "No row has to be filled in `books.slug`", "Take `--fill` out."),
        ("--fill=books.isbn", "`--fill books.isbn` does not say with what", "--fill"),
        ("--fill=books.isbn=1; DROP TABLE books", "does not say with what", "--fill"),
    ],
)
def test_an_answer_to_no_question_is_refused(
    apiwright: Run, change: Change, option: str, what: str, advice: str
) -> None:
    change("      isbn: str 13\n", "")
    run = apiwright("plan", option)
    assert run.returncode == 1
    assert what in run.stderr
    assert advice in run.stderr


@pytest.mark.parametrize(("key", "code"), [(b"\n", 1), (b"y\n", 0)])
def test_a_person_is_asked_and_no_is_the_default(
    change: Change, tmp_path: Path, key: bytes, code: int
) -> None:
    change("      isbn: str 13\n", "")
    mine, theirs = pty.openpty()
    os.write(mine, key)
    run = subprocess.run(
        [sys.executable, "-m", "apiwright", "build", "--no-prove"],
        cwd=tmp_path,
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "CI"},
    )
    assert run.returncode == code
    assert "`books.isbn` is lost, with all it holds." in run.stderr
    assert "even so? [y/N]" in run.stdout
    assert (len(steps(tmp_path)) > 1) is not bool(code)


def test_in_ci_nobody_is_asked(change: Change, tmp_path: Path) -> None:
    change("title: str 1..200", "title: str 1..100")
    _, theirs = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "apiwright", "build", "--no-prove"],
        cwd=tmp_path,
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"CI": "true"},
    )
    assert run.returncode == 1
    assert "--accept-breaking" in run.stderr
