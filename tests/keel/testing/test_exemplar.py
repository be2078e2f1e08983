"""The exemplar, by its own tools; its tests on SQLite run from its own folder."""

from pathlib import Path

import pytest

from tests.keel.testing.project import copy_exemplar, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_exemplar(tmp_path)


@pytest.mark.slow
def test_its_tests_pass_on_postgres(project: Path, postgres_server: str) -> None:
    result = run(project, "pytest", "-q", TEST_DATABASE_URL=postgres_server)
    assert result.returncode == 0, result.stdout


def test_it_has_no_finding_of_its_own_lint(project: Path) -> None:
    for command in (["check", "."], ["format", "--check", "."]):
        result = run(project, "ruff", *command)
        assert result.returncode == 0, result.stdout


def test_its_migrations_go_up_down_and_up_again(project: Path, database_url: str) -> None:
    for step in (["upgrade", "head"], ["check"], ["downgrade", "base"], ["upgrade", "head"]):
        result = run(project, "alembic", *step, DATABASE_URL=database_url)
        assert result.returncode == 0, result.stderr
