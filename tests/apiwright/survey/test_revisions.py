"""Migrations follow one another, whoever wrote them."""

from pathlib import Path, PurePosixPath

import pytest
from apiwright.refusal import Refusal
from apiwright.survey.line import line
from apiwright.survey.survey import Survey

FIRST = 'revision = "0001"\ndown_revision = None\n'
BY_HAND = 'revision: str = "ae10"\ndown_revision: str | None = "0001"\n'
OTHER = 'revision = "bf20"\ndown_revision = "0001"\n'
MERGED = 'revision = "c"\ndown_revision = ("ae10", "bf20")\n'


def surveyed(*sources: str | bytes) -> Survey:
    texts = (it.encode() if isinstance(it, str) else it for it in sources)
    return Survey(
        Path(), {PurePosixPath(f"migrations/versions/{n}.py"): it for n, it in enumerate(texts)}
    )


def ids(survey: Survey) -> list[str]:
    return [each.id for each in line(survey)]


def test_a_project_without_migrations_has_no_line() -> None:
    assert ids(surveyed()) == []


def test_a_revision_written_by_hand_is_followed() -> None:
    assert ids(surveyed(BY_HAND, FIRST)) == ["0001", "ae10"]


def test_two_ends_are_refused_until_they_are_merged() -> None:
    with pytest.raises(Refusal, match=r"`ae10` \(1.py\), `bf20` \(2.py\)") as refused:
        line(surveyed(FIRST, BY_HAND, OTHER))
    assert refused.value.reasons[0].help == "alembic merge heads -m 'merge branches'"
    assert ids(surveyed(FIRST, BY_HAND, OTHER, MERGED))[-1] == "c"


def test_what_a_merge_follows_may_be_a_list_and_the_first_may_follow_nothing_in_any_words() -> None:
    first = 'revision = "0001"\ndown_revision = ()\n'
    merged = 'revision = "c"\ndown_revision = ["ae10", "bf20"]\n'
    assert ids(surveyed(first, BY_HAND, OTHER, merged))[-1] == "c"


def test_a_gap_is_told_with_the_file_before_it() -> None:
    with pytest.raises(Refusal, match="follows `0001`, which is not there") as refused:
        line(surveyed(BY_HAND))
    assert refused.value.reasons[0].at == "migrations/versions/0.py"


def test_two_of_one_name_are_told() -> None:
    with pytest.raises(Refusal, match=r"Two migrations are called `0001`: `0\.py` and `1\.py`"):
        line(surveyed(FIRST, FIRST))


@pytest.mark.parametrize("beside", [[], [FIRST], [FIRST, 'revision="z"\ndown_revision="b"\n']])
def test_a_circle_is_told(beside: list[str]) -> None:
    one, other = (f'revision = "{it}"\ndown_revision = "{was}"\n' for it, was in ("ab", "ba"))
    with pytest.raises(Refusal, match=r"in a circle: `(a` → `b` → `a|b` → `a` → `b)`"):
        line(surveyed(one, other, *beside))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def", "is not Python"),
        (b"\xff\xfe\x00", "is not Python"),
        (b"x = '\x00'", "is not Python"),
        (f"x = {'(' * 9000}", "is not Python"),
        ("", "which revision it is"),
        ('revision = f"{1}"\n', "which revision it is"),
        ('revision = "b"\ndown_revision = BEFORE\n', "what it follows"),
        ('revision = "b"\ndown_revision = (1,)\n', "what it follows"),
    ],
)
def test_a_file_that_is_no_revision_is_named(source: str | bytes, words: str) -> None:
    with pytest.raises(Refusal, match=words) as refused:
        line(surveyed(FIRST, source))
    assert [each.at for each in refused.value.reasons] == ["migrations/versions/1.py"]


def test_a_package_of_revisions_is_none_itself() -> None:
    files = {PurePosixPath("migrations/versions/__init__.py"): b""}
    assert line(Survey(Path(), files)) == ()
