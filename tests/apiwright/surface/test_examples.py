"""The whole road, installing and proving included, for every example."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_built_proved_and_filled(apiwright: Run, example: Path) -> None:
    run = apiwright("demo", "--from", example, "--into", "demo", "--no-serve")
    assert run.returncode == 0, run.stdout + run.stderr
    for step in ("lint", "types", "migrations", "tests"):
        assert f"ok     {step}" in run.stdout
    assert "30 rows" in run.stdout
    again = apiwright("build", "--project", "demo")
    assert again.stdout.startswith("Nothing to do: the project is as its blueprint says.\n")
    assert "proved" in apiwright("history", "--project", "demo").stdout
