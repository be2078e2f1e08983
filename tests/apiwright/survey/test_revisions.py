"""Migrations follow one another, whoever wrote them."""

from pathlib import Path, PurePosixPath

import pytest
from apiwright.refusal import Refusal
from apiwright.survey.revisions import head_revision, revision_ids
from apiwright.survey.survey import Survey


def surveyed(*sources: str) -> Survey:
    paths = (PurePosixPath(f"migrations/versions/{n}.py") for n, _ in enumerate(sources))
    return Survey(Path(), dict(zip(paths, map(str.encode, sources), strict=True)))


FIRST = 'revision = "0001"\ndown_revision = None\n'
BY_HAND = 'revision: str = "ae10"\ndown_revision: str | None = "0001"\n'


def test_a_project_without_migrations_has_no_head() -> None:
    assert head_revision(surveyed()) is None


def test_a_revision_written_by_hand_is_followed() -> None:
    survey = surveyed(BY_HAND, FIRST)
    assert head_revision(survey) == "ae10"
    assert revision_ids(survey) == {"0001", "ae10"}


def test_two_ends_are_refused_until_they_are_merged() -> None:
    other = 'revision = "bf20"\ndown_revision = "0001"\n'
    with pytest.raises(Refusal, match="ae10, bf20"):
        head_revision(surveyed(FIRST, BY_HAND, other))
    merged = 'revision = "c"\ndown_revision = ("ae10", "bf20")\n'
    assert head_revision(surveyed(FIRST, BY_HAND, other, merged)) == "c"


def test_a_gap_is_told() -> None:
    with pytest.raises(Refusal, match="follows `0001`, which is not there"):
        head_revision(surveyed(BY_HAND))


def test_a_migration_that_is_not_python_is_named() -> None:
    with pytest.raises(Refusal) as refused:
        head_revision(surveyed("def"))
    assert refused.value.reasons[0].at == "migrations/versions/0.py"
