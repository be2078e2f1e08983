"""Where few values are possible, the kit tests what can be tested and says what cannot."""

import re

import pytest

from tests.keel.testing.project import change, copy_exemplar, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two_names(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of a project that can have two topics, and notes on them."""
    project = copy_exemplar(tmp_path_factory.mktemp("few"))
    change(
        project,
        "exemplar/topics/schemas.py",
        'max_length=120, examples=["Gardening"])]\n',
        'max_length=120, pattern="^(red|blue)$")]\n',
    )
    return run(project, "pytest", "-q", "-rs", "tests/topics", "tests/notes").stdout


def test_no_test_fails_for_want_of_values(two_names: str) -> None:
    assert not re.search(r"\d+ (failed|error)", two_names)


def test_a_test_that_needs_more_rows_is_skipped_and_says_why(two_names: str) -> None:
    reason = "There can be no other Topic: every value of what must be unique, name, is taken."
    assert reason in two_names
    skipped = re.search(r"(\d+) skipped", two_names)
    assert skipped is not None
    assert int(skipped[1]) < 12
