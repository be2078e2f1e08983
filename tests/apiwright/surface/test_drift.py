"""`apiwright plan` tells what the code, the database and the blueprint disagree on."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest

from .standing import PAGE, Standing, drift, environment

Run = Callable[..., CompletedProcess[str]]
SUBTITLE = "    subtitle: str | None = Field(default=None, max_length=80)\n"
LEND = '@router.post("/{book_id}/lend"'


@pytest.fixture
def unmigrated_sqlite(built: Path, tmp_path: Path) -> Path:
    """A project whose database is not there."""
    copytree(built, tmp_path, dirs_exist_ok=True)
    environment(tmp_path, f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    return tmp_path


@pytest.mark.usefixtures("project")
def test_a_project_that_stands_as_built_says_nothing(apiwright: Run) -> None:
    run = apiwright("plan")
    assert (run.returncode, run.stdout) == (
        0,
        "Nothing to do: the project is as its blueprint says.\n",
    )


def test_what_was_changed_in_the_code_is_told(project: Standing, apiwright: Run) -> None:
    routes = (project.root / "shop/books/routes.py").read_text()
    delete = routes[routes.index("@router.delete(") : routes.index(LEND)]
    project.edit("books/routes.py", (delete, ""))
    project.edit(
        "books/models.py",
        ("    isbn: str = Field(max_length=13", "    isbn: str | None = Field(max_length=20"),
        ("    title: str", f"{SUBTITLE}    title: str"),
    )
    project.edit("authors/models.py", ("    name: str = Field(max_length=80)\n", ""))
    project.edit("books/policy.py", ("read=anyone", "read=at_least(Role.ADMIN)"))
    run = apiwright("plan", "--json")
    assert run.returncode == 2
    assert drift(run) == {
        "GET /books": ("anyone", "admin"),
        "GET /books/{book_id}": ("anyone", "admin"),
        "DELETE /books/{book_id}": ("admin", ""),
        "books.isbn": ("VARCHAR(13) NOT NULL", "VARCHAR(20) NULL"),
        "books.subtitle": ("", "VARCHAR(80) NULL"),
        "authors.name": ("VARCHAR(80) NOT NULL", ""),
    }


def test_a_route_of_the_owners_own_is_no_drift(project: Standing, apiwright: Run) -> None:
    own = '@router.get("/oldest", dependencies=[allow(POLICY.list)])\nasync def oldest() -> int:\n'
    project.edit("books/routes.py", (LEND, f"{own}    return 1\n\n\n{LEND}"))
    run = apiwright("plan")
    assert run.returncode == 0
    assert "GET /books/oldest   anyone   shop.books.routes" in run.stdout
    assert "Drift" not in run.stdout


def test_what_was_changed_in_the_database_is_told(project: Standing, apiwright: Run) -> None:
    project.sql(
        "ALTER TABLE authors ADD COLUMN rank INTEGER",
        "DROP INDEX ix_books_isbn",
        "CREATE INDEX by_name ON authors (name)",
        "CREATE TABLE notes (id INTEGER)",
    )
    run = apiwright("plan", "--json")
    assert run.returncode == 2
    assert drift(run) == {
        "authors.rank": ("", "INTEGER NULL"),
        "ix_books_isbn": ("on isbn", ""),
        "by_name": ("", "on name"),
        "notes": ("", "id"),
    }
    shown = apiwright("plan").stdout
    assert "ALTER TABLE authors DROP COLUMN rank;" in shown


def test_migrations_that_were_not_applied_are_told(unmigrated: Standing, apiwright: Run) -> None:
    unmigrated.sql("CREATE TABLE of_somebody (id INTEGER)")
    run = apiwright("plan")
    assert run.returncode == 2
    assert "0001_create_shop   not applied to the database   alembic upgrade head" in run.stdout


def test_a_revision_that_no_file_has_is_told(project: Standing, apiwright: Run) -> None:
    project.sql("UPDATE alembic_version SET version_num = 'gone'")
    run = apiwright("plan")
    assert run.returncode == 2
    assert "gone   the database stands there, and no file has it" in run.stdout


@pytest.mark.usefixtures("unmigrated")
def test_looking_makes_and_changes_nothing(
    apiwright: Run, files: Callable[[], dict[str, bytes]]
) -> None:
    before = files()
    apiwright("plan")
    assert files() == before


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (("shop/main.py", "import of_nobody"), "No module named 'of_nobody'"),
        (("shop/main.py", "def"), "SyntaxError"),
        (("shop/main.py", "import sys; sys.exit(3)"), "3"),
        ((".env", "SECRET_KEY=short"), "The settings do not allow a start."),
        (("pyproject.toml", ""), "KeyError: 'tool'"),
    ],
)
def test_an_app_that_does_not_start_is_told_in_one_line(
    unmigrated_sqlite: Path, apiwright: Run, broken: tuple[str, str], why: str
) -> None:
    path, content = broken
    (unmigrated_sqlite / path).write_text(content)
    run = apiwright("plan")
    [line] = [each for each in run.stdout.splitlines() if each.startswith("Not looked at")]
    assert line.startswith("Not looked at: code and database (")
    assert why in line
    assert run.returncode == 0


def test_a_project_without_an_environment_is_told_so(
    built: Path, tmp_path: Path, apiwright: Run
) -> None:
    copytree(built, tmp_path, dirs_exist_ok=True)
    run = apiwright("plan")
    assert "Not looked at: code and database (there is no `.venv`)" in run.stdout
    assert run.returncode == 0
    assert "Not looked at" not in apiwright("plan", "--no-look").stdout


def test_a_database_that_does_not_answer_hides_no_drift_of_the_code(
    built: Path, tmp_path: Path, apiwright: Run
) -> None:
    copytree(built, tmp_path, dirs_exist_ok=True)
    environment(tmp_path, "postgresql+asyncpg://postgres@127.0.0.1:1/shop")
    Standing(tmp_path, "").edit("books/policy.py", ("read=anyone", "read=at_least(Role.ADMIN)"))
    run = apiwright("plan")
    assert "GET /books             the blueprint: anyone; the app: admin" in run.stdout
    assert "Not looked at: database (The database does not serve." in run.stdout


def test_what_the_page_asks_for_itself_is_no_drift(project: Standing, apiwright: Run) -> None:
    """The owner adds a column by hand, and then says so in the page."""
    project.edit(
        "books/models.py",
        ("    isbn: str", f"{SUBTITLE}    isbn: str"),
    )
    page = project.root / "blueprint.yaml"
    page.write_text(PAGE.replace("      isbn", "      subtitle: str? ..80\n      isbn"))
    assert drift(apiwright("plan", "--json")) == {}
