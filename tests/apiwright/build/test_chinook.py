"""The Chinook example, full of rows, answers real questions on both databases."""

import shutil
from pathlib import Path

import pytest

from tests.apiwright.build.project import Project, build_golden

pytestmark = pytest.mark.slow

QUESTIONS = Path(__file__).parent / "chinook"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The example, built, with the questions among its tests."""
    project = build_golden("chinook", tmp_path)
    place = QUESTIONS.relative_to(Path(__file__).parents[3])
    shutil.copytree(QUESTIONS, project.root / place, ignore=shutil.ignore_patterns("__pycache__"))
    return project


def test_it_answers_real_questions_on_sqlite(project: Project) -> None:
    project.run("-m", "pytest", "tests/apiwright/build/chinook/questions.py")


def test_it_answers_real_questions_on_postgres(project: Project, postgres_server: str) -> None:
    questions = "tests/apiwright/build/chinook/questions.py"
    project.run("-m", "pytest", questions, TEST_DATABASE_URL=postgres_server)
