"""A proof says how each step went, and where it broke."""

import sys
from pathlib import Path

import pytest
from apiwright.build.prove import Step, prove
from apiwright.survey.interpreter import python


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with an environment."""
    python(tmp_path).parent.mkdir(parents=True)
    python(tmp_path).symlink_to(sys.executable)
    return tmp_path


def test_a_step_that_holds_says_so_in_its_last_line(project: Path) -> None:
    proof = prove(project, Step("lint", (("-c", "print('a\\nAll checks passed!\\n')"),)))
    assert proof.ok
    assert proof.detail == "All checks passed!"


def test_the_tests_say_how_much_they_cover(project: Path) -> None:
    output = "TOTAL   120   3   97%\\n\\n==== 12 passed in 3s ===="
    proof = prove(project, Step("tests", (("-c", f"print('{output}')"),)))
    assert proof.detail == "12 passed in 3s, 97% covered"


def test_a_step_ends_at_its_first_failure_and_shows_its_words(project: Path) -> None:
    broken = ("-c", "import os, sys; print(os.getcwd() + '/x.py:1 is wrong'); sys.exit(3)")
    proof = prove(project, Step("types", (broken, ("-c", "open('reached', 'w')"))))
    assert not proof.ok
    assert proof.detail.startswith("$ python -c ")
    assert proof.detail.endswith("\nx.py:1 is wrong")
    assert not (project / "reached").exists()


def test_migrations_run_on_a_scratch_database(project: Path) -> None:
    shown = ("-c", "import os; print(os.environ['DATABASE_URL'])")
    proof = prove(project, Step("migrations", (shown,), has_scratch_database=True))
    assert proof.detail.startswith("sqlite+aiosqlite:////")
