"""What was changed beside the blueprint can be taken back, place by place."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest

from .standing import Standing, environment

Run = Callable[..., CompletedProcess[str]]
Files = Callable[[], dict[str, bytes]]

LEND = '@router.post("/{book_id}/lend"'
SUBTITLE = "    subtitle: str | None = Field(default=None, max_length=80)\n"
OWN = "    def spine(self) -> str:\n        return self.title[:20]\n"


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Standing:
    """A project to be edited; which database it has makes no difference."""
    copytree(built, tmp_path, dirs_exist_ok=True)
    url = f"sqlite+aiosqlite:///{tmp_path}/shop.db"
    environment(tmp_path, url)
    return Standing(tmp_path, url)


def test_columns_and_what_they_import_come_back_and_other_edits_stay(
    edited: Standing, apiwright: Run
) -> None:
    models = edited.root / "shop/books/models.py"
    built = models.read_text()
    author = built[built.index("    author_id") :]
    edited.edit(
        "books/models.py",
        (
            "    isbn: str = Field(max_length=13",
            f"{SUBTITLE}    isbn: str | None = Field(default=None",
        ),
        (author, f"\n{OWN}"),
        ("from uuid import UUID\n\n", ""),
    )
    run = apiwright("restore", "books.isbn", "books.subtitle", "books.author_id", "--yes")
    assert run.returncode == 0, run.stderr
    assert "-    subtitle: str | None" in run.stdout
    assert models.read_text() == f"{built}\n{OWN}"


def test_routes_and_rules_come_back(edited: Standing, apiwright: Run, files: Files) -> None:
    before = files()
    routes = (edited.root / "shop/books/routes.py").read_text()
    gone = routes[routes.index("@router.delete(") : routes.index(LEND)]
    edited.edit("books/routes.py", (gone, ""), ("allow(POLICY.update)", "allow(POLICY.list)"))
    edited.edit("books/policy.py", ("read=anyone", "read=signed_in"))
    names = ("DELETE /books/{book_id}", "PATCH /books/{book_id}", "GET /books")
    run = apiwright("restore", *names, "--yes")
    assert run.returncode == 0, run.stderr
    assert files() == before


def test_what_is_not_found_is_refused_and_nothing_is_written(
    edited: Standing, apiwright: Run, files: Files
) -> None:
    edited.edit("main.py", ("        books_router,\n", ""))
    before = files()
    run = apiwright("restore", "GET /books", "--yes")
    assert run.returncode == 1
    assert "What makes `GET /books` otherwise than it was built is not found" in run.stderr
    assert files() == before


def test_a_database_is_told_its_statements(project: Standing, apiwright: Run) -> None:
    project.sql("ALTER TABLE authors ADD COLUMN rank INTEGER")
    run = apiwright("restore", "authors.rank", "--yes")
    assert run.returncode == 1
    assert "ALTER TABLE authors DROP COLUMN rank;" in run.stderr


def test_a_migration_that_was_not_applied_is_told_its_command(
    unmigrated: Standing, apiwright: Run
) -> None:
    unmigrated.sql("CREATE TABLE of_somebody (id INTEGER)")
    assert "alembic upgrade head" in apiwright("restore", "0001_create_shop", "--yes").stderr
