"""Tests of what is not written yet: expected to fail by a 501, and red for anything else."""

from pathlib import Path

import pytest

from tests.keel.testing.project import change, copy_exemplar, run

SERVICE = "exemplar/topics/service.py"
TESTS = "tests/topics/test_merge_topic.py"
RAISES = (
    'raise Unwritten("To be written: Move all notes of a topic to another one, and delete it.")'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_exemplar(tmp_path)


def outcome(project: Path) -> tuple[int, str]:
    result = run(project, "pytest", "-q", TESTS, "-k", "what_it_is_for")
    return result.returncode, result.stdout


def test_what_is_unwritten_fails_as_expected(project: Path) -> None:
    code, told = outcome(project)
    assert code == 0
    assert "1 xfailed" in told


def test_what_is_written_asks_for_a_test_of_its_own(project: Path) -> None:
    change(project, SERVICE, RAISES, "return await self.read(body.into_id)")
    code, told = outcome(project)
    assert code == 1
    assert "take `@unwritten` away" in told


def test_what_fails_otherwise_is_not_excused(project: Path) -> None:
    change(project, SERVICE, RAISES, "raise ValueError")
    code, told = outcome(project)
    assert code == 1
    assert "came      500" in told


def test_a_guard_that_is_too_wide_is_found_before_there_is_logic(project: Path) -> None:
    change(project, "exemplar/topics/routes.py", "allow(MERGE_TOPIC)", "allow(BUSIEST_TOPICS)")
    change(project, SERVICE, "await self.repository.get(topic_id, lock=True)", "")
    result = run(project, "pytest", "-q", TESTS)
    assert "test_an_unknown_row_is_not_found[topic_id]" in result.stdout
