"""Whatever a page says, what is built of it is clean, typed, and migrates there and back."""

import sys
from pathlib import Path
from random import Random

import pytest
from apiwright.blueprint.read import read_blueprint
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.apiwright.build.any_page import any_page, read_any
from tests.apiwright.build.project import MIGRATIONS, build_blueprint

TIGHT = """
backend: Tight
auth: {sign_up: open}
resources:
  Room:
    owned: true
    fields: {size: int 5..50, count: int 0..100 = 10, low: int 20..30, high: int 0..25}
    rules: [at most 2 per owner, size >= count, low >= high]
    access: {read: owner, create: signed in, update: owner}
"""


@pytest.mark.slow
def test_rules_between_tight_bounds_leave_room(tmp_path: Path) -> None:
    build_blueprint(read_blueprint(TIGHT), tmp_path / "tight").run("-m", "pytest")


@pytest.mark.slow
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.randoms(use_true_random=False))
def test_what_is_built_is_typed_and_migrates(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    blueprint = read_any(any_page(chance))
    assume(blueprint)
    assert blueprint
    project = build_blueprint(blueprint, tmp_path_factory.mktemp("any") / "project")
    for command in ("check", "format --check"):
        project.run("-m", "ruff", *command.split(), "--no-cache", ".")
    project.run("-m", "pyright", "--pythonpath", sys.executable)
    database = f"sqlite+aiosqlite:///{project.root}/scratch.db"
    project.run("-c", MIGRATIONS, DATABASE_URL=database)
