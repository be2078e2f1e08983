"""Seeding fills an empty database through the API, the same way each time."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import token_urlsafe

import pytest
from keel import Settings, create_app
from keel.testing.seed import SeedError, main, seed

from tests.keel.testing.project import copy_exemplar, run

SEED = ("keel.testing.seed", "exemplar.main:app", "--rows", "4", "--json")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exemplar with two databases, seeded alike."""
    project = copy_exemplar(tmp_path_factory.mktemp("seeded"))
    for name in ("first", "project"):
        address = f"sqlite:///{name}.db"
        assert run(project, "alembic", "upgrade", "head", DATABASE_URL=address).returncode == 0
        report = run(project, *SEED, DATABASE_URL=address)
        (project / f"{name}.json").write_text(report.stdout)
    return project


def titles(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT title FROM notes ORDER BY id")]


def test_it_makes_rows_and_says_who_can_sign_in(seeded: Path) -> None:
    report = json.loads((seeded / "project.json").read_text())
    assert report["rows"] == {"/topics": 4, "/notes": 4, "/comments": 4}
    assert report["account"]["email"] == "admin@example.com"
    assert len(set(titles(seeded / "project.db"))) == 4


def test_the_same_seed_makes_the_same_rows(seeded: Path) -> None:
    assert titles(seeded / "project.db") == titles(seeded / "first.db")


def test_a_database_with_rows_is_left_alone(seeded: Path) -> None:
    again = run(seeded, *SEED)
    assert again.returncode == 1
    assert again.stderr.startswith("error: The database has rows already, in: ")


def test_production_is_not_seeded(sqlite_url: str) -> None:
    settings = Settings(
        environment="production", database_url=sqlite_url, secret_key=token_urlsafe(48)
    )
    app = create_app(settings, title="Live", description="", version="1", routers=[])
    with pytest.raises(SeedError, match="This is production"):
        seed(app, rows=1)


def test_a_database_without_tables_is_explained(seeded: Path) -> None:
    refused = run(seeded, *SEED, DATABASE_URL="sqlite:///new.db")
    assert refused.returncode == 1
    assert refused.stderr.endswith("alembic upgrade head\n")


@pytest.mark.parametrize("name", ["nowhere/project.db", "pyproject.toml"])
def test_a_database_that_does_not_serve_is_explained(seeded: Path, name: str) -> None:
    refused = run(seeded, *SEED, DATABASE_URL=f"sqlite:///{name}")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith("error: The database does not serve;")
    assert "Traceback" not in refused.stderr


def test_an_app_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing.main:app"]) == 1
    assert capsys.readouterr().err.startswith("error: No app at `nothing.main:app`: ")
