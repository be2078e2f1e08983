"""What was changed beside the blueprint can be adopted into it."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from .standing import PAGE, Standing

Run = Callable[..., CompletedProcess[str]]
Files = Callable[[], dict[str, bytes]]

SUBTITLE = "    subtitle: str | None = Field(default=None, max_length=80)\n"
LEND = '@router.post("/{book_id}/lend"'
FLAGS = ("--yes", "--no-prove", "--accept-breaking")


@pytest.fixture
def adopt(apiwright: Run) -> Run:
    """Adopts what is named, and says what came of it."""
    return lambda *names: apiwright("adopt", *names, *FLAGS)


def without_route(project: Standing) -> None:
    """Take a route away by hand."""
    routes = (project.root / "shop/books/routes.py").read_text()
    gone = routes[routes.index("@router.delete(") : routes.index(LEND)]
    project.edit("books/routes.py", (gone, ""))


def page(project: Standing) -> str:
    return (project.root / "blueprint.yaml").read_text()


def settle(project: Standing, apiwright: Run) -> None:
    """Migrate; then nothing disagrees any more, and code, tables and migrations are alike."""
    project.run("alembic", "upgrade", "head")
    project.run("alembic", "check")
    run = apiwright("plan")
    assert run.stdout == "Nothing to do: the project is as its blueprint says.\n"
    assert run.returncode == 0


def test_columns_of_the_models_become_fields(project: Standing, apiwright: Run, adopt: Run) -> None:
    project.edit(
        "books/models.py",
        (
            "    isbn: str = Field(max_length=13",
            "    isbn: str | None = Field(default=None, max_length=20",
        ),
        ("    isbn: str", f"{SUBTITLE}    isbn: str"),
    )
    project.edit(
        "authors/models.py",
        ("    name: str", "    rank: int = Field(default=0, unique=True)\n    name: str"),
    )
    models = [project.root / f"shop/{each}/models.py" for each in ("books", "authors")]
    before = [each.read_bytes() for each in models]
    run = adopt("books.isbn", "books.subtitle", "authors.rank")
    assert run.returncode == 1
    assert "`authors.rank` cannot be adopted" in run.stderr
    assert "Take `unique` or the default out." in run.stderr
    project.edit("authors/models.py", (", unique=True", ", index=True"))
    before[1] = models[1].read_bytes()
    run = adopt("books.isbn", "books.subtitle", "authors.rank")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.replace("str 13", "str? 13..20").replace(
        "      isbn", "      subtitle: str? ..80\n      isbn"
    ).replace("{name: str 1..80}", '{rank: "int, index = 0", name: str 1..80}')
    assert "+      subtitle: str? ..80" in run.stdout
    assert [each.read_bytes() for each in models] == before
    settle(project, apiwright)


def test_a_route_that_is_gone_is_for_nobody(project: Standing, apiwright: Run, adopt: Run) -> None:
    without_route(project)
    run = adopt("DELETE /books/{book_id}")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.replace(
        "      write: admin\n", "      write: admin\n      delete: nobody\n"
    )
    settle(project, apiwright)


def test_an_action_that_is_gone_goes_from_the_page(
    project: Standing, apiwright: Run, adopt: Run
) -> None:
    routes = (project.root / "shop/books/routes.py").read_text()
    project.edit("books/routes.py", (f"\n\n{routes[routes.index(LEND) :]}", ""))
    run = adopt("POST /books/{book_id}/lend")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.partition("    actions:")[0]
    settle(project, apiwright)


def test_who_is_let_in_becomes_the_rule(project: Standing, apiwright: Run, adopt: Run) -> None:
    project.edit(
        "books/policy.py",
        ("import Policy, anyone, at_least", "import Policy, at_least"),
        ("read=anyone", "read=signed_in"),
    )
    policy = (project.root / "shop/books/policy.py").read_bytes()
    run = adopt("GET /books", "GET /books/{book_id}")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.replace("      read: anyone", "      read: signed in")
    assert (project.root / "shop/books/policy.py").read_bytes() == policy
    settle(project, apiwright)


def test_of_two_routes_with_one_rule_one_can_be_adopted(project: Standing, adopt: Run) -> None:
    project.edit("books/routes.py", ("allow(POLICY.read)", 'allow(POLICY.action("lend"))'))
    run = adopt("GET /books/{book_id}")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.replace(
        "      read: anyone\n      write: admin\n",
        "      read: signed in\n      write: admin\n      list: anyone\n",
    )


def test_a_column_that_the_page_needs_elsewhere_does_not_go_from_it(
    project: Standing, adopt: Run
) -> None:
    project.edit("books/models.py", ("    isbn: str = Field(max_length=13, index=True)\n", ""))
    run = adopt("books.isbn")
    assert run.returncode == 1
    assert "`books.isbn` cannot be adopted" in run.stderr
    assert "`isbn` is no field." in run.stderr


def test_columns_of_the_database_become_fields_and_keep_what_they_hold(
    project: Standing, apiwright: Run, adopt: Run
) -> None:
    moment = "TIMESTAMPTZ" if project.is_postgres else "DATETIME"
    real = "DOUBLE PRECISION" if project.is_postgres else "FLOAT"
    project.sql(
        "INSERT INTO authors (id, name, created_at, updated_at) VALUES "
        "('0192d6f0000070008000000000000001', 'Ada', '2026-01-01', '2026-01-01')",
        "ALTER TABLE authors ADD COLUMN rank INTEGER",
        f"ALTER TABLE authors ADD COLUMN seen {moment}",
        f"ALTER TABLE authors ADD COLUMN height {real}",
        "ALTER TABLE authors ADD COLUMN pay NUMERIC(10, 2)",
        "ALTER TABLE books ADD COLUMN note TEXT",
        "UPDATE authors SET rank = 7",
    )
    names = ("authors.rank", "authors.seen", "authors.height", "authors.pay", "books.note")
    run = adopt(*names)
    assert run.returncode == 0, run.stderr
    assert '"decimal(10,2)?"' in page(project)
    assert "      author: Author\n      note: text?\n" in page(project)
    settle(project, apiwright)
    assert project.sql("SELECT rank FROM authors") == [(7,)]


def test_what_the_page_has_no_words_for_is_refused_with_the_reason(
    project: Standing, adopt: Run, files: Files
) -> None:
    project.sql("CREATE INDEX by_name ON authors (name)", "CREATE TABLE notes (id INTEGER)")
    project.edit("books/routes.py", ("dependencies=[allow(POLICY.list)]", "dependencies=[]"))
    project.edit("authors/models.py", ("    name: str", "    nick: str | None\n    name: str"))
    before = files()
    run = adopt("by_name", "notes", "GET /books", "authors.nick")
    assert run.returncode == 1
    assert run.stderr.count("cannot be adopted: the page has no words for what stands.") == 4
    assert "indexes, constraints and tables get their names from" in run.stderr
    assert "a route that asks nobody" in run.stderr
    assert "the models: VARCHAR NULL" in run.stderr
    assert files() == before


def test_a_migration_that_was_not_applied_is_nothing_to_adopt(
    unmigrated: Standing, adopt: Run
) -> None:
    unmigrated.sql("CREATE TABLE of_somebody (id INTEGER)")
    assert "the page says all that it brings" in adopt("0001_create_shop").stderr
    assert "alembic upgrade head" in adopt("authors.rank").stderr


@pytest.mark.usefixtures("project")
def test_what_is_as_it_was_built_cannot_be_adopted(adopt: Run) -> None:
    assert (
        "Nothing called `books.isbn` is otherwise than it was built." in adopt("books.isbn").stderr
    )


def test_what_an_own_migration_brings_gets_no_other(
    project: Standing, apiwright: Run, adopt: Run
) -> None:
    project.edit(
        "authors/models.py",
        ("    name: str", "    rank: int | None = Field(default=None, index=True)\n    name: str"),
    )
    project.run("alembic", "revision", "--autogenerate", "-m", "ranks")
    project.run("alembic", "upgrade", "head")
    revisions = {*(project.root / "migrations/versions").iterdir()}
    assert adopt("authors.rank").returncode == 0
    assert {*(project.root / "migrations/versions").iterdir()} == revisions
    settle(project, apiwright)


def test_what_was_adopted_can_be_undone(project: Standing, apiwright: Run, adopt: Run) -> None:
    without_route(project)
    adopt("DELETE /books/{book_id}")
    assert apiwright("undo", *FLAGS).returncode == 0
    assert page(project) == PAGE
    assert "@router.delete(" in (project.root / "shop/books/routes.py").read_text()


def test_a_column_that_is_gone_goes_from_the_page(
    project: Standing, apiwright: Run, adopt: Run
) -> None:
    models = (project.root / "shop/books/models.py").read_text()
    line = models[models.index("    author_id") :]
    project.edit("books/models.py", (line, ""), ("from uuid import UUID\n\n", ""))
    run = adopt("books.author_id", "--drop", "books.author_id")
    assert run.returncode == 0, run.stderr
    assert page(project) == PAGE.replace("      author: Author\n", "")
    settle(project, apiwright)
