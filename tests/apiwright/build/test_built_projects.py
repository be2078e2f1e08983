"""Built projects do what they promise: their endpoints, their migrations and their own tests."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from apiwright.plan.contract import endpoints
from apiwright.plan.tables import tables

from tests.apiwright.build.project import GOLDEN, MIGRATIONS, Project, build_golden
from tests.extensions import need_btree_gist

pytestmark = pytest.mark.slow

CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))
EXAMPLES = {page.stem for page in (GOLDEN.parents[1] / "examples").glob("*.yaml")}
WRITTEN = sorted(written.parent.name for written in GOLDEN.glob("*/written"))
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


@pytest.fixture(params=WRITTEN)
def owned(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """The same, with what its owner wrote by hand: logic, and tests of it."""
    project = build_golden(str(request.param), tmp_path)
    shutil.copytree(GOLDEN / str(request.param) / "written", project.root, dirs_exist_ok=True)
    return project


def need_extensions(project: Project, url: str) -> None:
    """Skip a test on a Postgres without what the tables of a project need."""
    if any(each.per for table in tables(project.blueprint) for each in table.exclusions):
        need_btree_gist(url)


def test_it_serves_the_endpoints_that_the_plan_promises(project: Project) -> None:
    served = project.run("-c", OPERATIONS.format(package=project.blueprint.package))
    promised = {(str(endpoint), endpoint.name) for endpoint in endpoints(project.blueprint)}
    assert {tuple(json.loads(line)) for line in served.splitlines()} == promised


def test_migrations_go_up_and_down_and_say_what_the_models_say(
    project: Project, database_url: str
) -> None:
    need_extensions(project, database_url)
    project.run("-c", MIGRATIONS, DATABASE_URL=database_url)


@pytest.mark.parametrize("case", [case for case in CASES if case not in EXAMPLES])
def test_its_own_tests_pass_on_sqlite(case: str, tmp_path: Path) -> None:
    """Those of the examples run where `demo` proves them: `surface/test_examples.py`."""
    build_golden(case, tmp_path).run("-m", "pytest")


def test_its_own_tests_pass_on_postgres(project: Project, postgres_server: str) -> None:
    need_extensions(project, postgres_server)
    project.run("-m", "pytest", TEST_DATABASE_URL=postgres_server)


def test_what_an_owner_writes_is_as_clean_as_what_grows(owned: Project) -> None:
    owned.run("-m", "ruff", "check", "--no-cache", ".")
    owned.run("-m", "ruff", "format", "--check", "--no-cache", ".")
    (owned.root / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    owned.run("-m", "pyright", "--pythonpath", sys.executable, owned.blueprint.package, "tests")


def test_what_an_owner_writes_leaves_no_test_red_and_none_waiting_on_sqlite(owned: Project) -> None:
    assert "xfailed" not in owned.run("-m", "pytest")


def test_what_an_owner_writes_leaves_no_test_red_and_none_waiting_on_postgres(
    owned: Project, postgres_server: str
) -> None:
    need_extensions(owned, postgres_server)
    assert "xfailed" not in owned.run("-m", "pytest", TEST_DATABASE_URL=postgres_server)
