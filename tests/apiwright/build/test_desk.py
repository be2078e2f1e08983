"""The desk, whose tenants try everything to see each other, on both databases."""

import shutil
from pathlib import Path

import pytest

from tests.apiwright.build.project import Project, build_golden

pytestmark = pytest.mark.slow

ATTACKS = Path(__file__).parent / "desk"
PLACE = "tests/apiwright/build/desk"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The golden project, built, with the attacks among its tests."""
    project = build_golden("desk", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ATTACKS, project.root / PLACE, ignore=ignored)
    return project


def test_no_tenant_learns_of_another_on_sqlite(project: Project) -> None:
    project.run("-m", "pytest", f"{PLACE}/attacks.py")


def test_no_tenant_learns_of_another_on_postgres(project: Project, postgres_server: str) -> None:
    project.run("-m", "pytest", f"{PLACE}/attacks.py", TEST_DATABASE_URL=postgres_server)
