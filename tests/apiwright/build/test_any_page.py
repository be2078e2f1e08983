"""Whatever a page says, what is built of it is clean, typed, migrates there and back, and works."""

import os
import sys
from pathlib import Path
from random import Random

import pytest
from apiwright.blueprint.read import read_blueprint
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.apiwright.build.any_page import any_blueprint
from tests.apiwright.build.any_page.unusual import UNUSUAL
from tests.apiwright.build.project import MIGRATIONS, build_blueprint, compare_answers

PAGES = int(os.environ.get("ANY_PAGES", "3"))
"""How many pages are drawn; the same ones in every run, unless `ANY_PAGES` is set."""


@pytest.mark.slow
@pytest.mark.parametrize("page", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_built_of_an_unusual_page_passes_its_tests(page: str, tmp_path: Path) -> None:
    build_blueprint(read_blueprint(page), tmp_path / "unusual").run("-m", "pytest")


@pytest.mark.slow
@settings(
    max_examples=PAGES,
    deadline=None,
    derandomize="ANY_PAGES" not in os.environ,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.randoms(use_true_random=True))
def test_what_is_built_of_any_page_works(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    blueprint = any_blueprint(chance)
    assume(blueprint)
    assert blueprint
    project = build_blueprint(blueprint, tmp_path_factory.mktemp("any") / "project")
    for command in ("check", "format --check"):
        project.run("-m", "ruff", *command.split(), "--no-cache", ".")
    project.run("-m", "pyright", "--pythonpath", sys.executable)
    database = f"sqlite+aiosqlite:///{project.root}/scratch.db"
    project.run("-c", MIGRATIONS, DATABASE_URL=database)
    project.run("-m", "pytest")
    compare_answers(project, None)
