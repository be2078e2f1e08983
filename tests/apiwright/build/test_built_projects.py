"""Built projects do what they promise: their endpoints, their migrations and their own tests."""

import json
from pathlib import Path

import pytest
from apiwright.plan.contract import endpoints

from tests.apiwright.build.project import GOLDEN, Project, build_golden

CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))
MIGRATIONS = """
from alembic.config import main
for step in ("upgrade head", "downgrade base", "upgrade head", "check"):
    main(step.split())
"""
OPERATIONS = """
import json
from {package}.main import app
for path, operations in app.openapi()["paths"].items():
    for method, operation in operations.items():
        print(json.dumps([f"{{method.upper()}} {{path}}", operation["operationId"]]))
"""


@pytest.fixture(params=CASES)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """A copy of a golden project."""
    return build_golden(str(request.param), tmp_path)


def test_it_serves_the_endpoints_that_the_plan_promises(project: Project) -> None:
    served = project.run("-c", OPERATIONS.format(package=project.blueprint.package))
    promised = {(str(endpoint), endpoint.name) for endpoint in endpoints(project.blueprint)}
    assert {tuple(json.loads(line)) for line in served.splitlines()} == promised


def test_migrations_go_up_and_down_and_say_what_the_models_say(
    project: Project, database_url: str
) -> None:
    project.run("-c", MIGRATIONS, DATABASE_URL=database_url)


def test_its_own_tests_pass_on_sqlite(project: Project) -> None:
    project.run("-m", "pytest")


def test_its_own_tests_pass_on_postgres(project: Project, postgres_server: str) -> None:
    project.run("-m", "pytest", TEST_DATABASE_URL=postgres_server)
