"""Lines of three texts become one text."""

from apiwright.build.merge.lines import Clash, merge_lines
from apiwright.build.merge.text import Line
from hypothesis import given
from hypothesis import strategies as st

texts = st.lists(st.sampled_from("abcdef"), max_size=8)


def lines(text: list[str] | str) -> list[Line]:
    return [Line(each) for each in text]


def merged(base: list[str] | str, ours: list[str] | str, theirs: list[str] | str) -> list[str]:
    """The lines afterwards; a clash is both sides between bars."""
    said: list[str] = []
    for piece in merge_lines(lines(base), lines(ours), lines(theirs)):
        if isinstance(piece, Clash):
            sides = ("".join(line.text for line in side) for side in (piece.ours, piece.theirs))
            said.append("|".join(["", *sides, ""]))
        else:
            said += (line.text for line in piece)
    return said


def test_changes_in_different_places_both_stand() -> None:
    assert merged("abcde", "aXcde", "abcdY") == [*"aXcdY"]


def test_changes_that_touch_both_stand() -> None:
    assert merged("abcd", "aXcd", "abYd") == [*"aXYd"]
    assert merged("abcd", "aXbcd", "aYcd") == [*"aXYcd"]


def test_an_addition_stands_beside_what_the_other_side_took_away() -> None:
    assert merged("abcd", "abXcd", "abd") == [*"abXd"]


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    assert merged("abc", "aXc", "aXc") == [*"aXc"]


def test_other_changes_of_one_line_clash() -> None:
    assert merged("abc", "aXc", "aYc") == ["a", "|X|Y|", "c"]
    assert merged("abc", "ac", "aYc") == ["a", "||Y|", "c"]
    assert merged("ac", "aXc", "aYc") == ["a", "|X|Y|", "c"]


@given(texts, texts)
def test_a_side_that_changed_nothing_takes_the_others_text(
    base: list[str], side: list[str]
) -> None:
    assert merged(base, side, base) == side
    assert merged(base, base, side) == side
    assert merged(base, side, side) == side


@given(texts, texts, texts)
def test_every_line_that_a_side_added_is_there_afterwards(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    after = "".join(merged(base, ours, theirs))
    for side in (ours, theirs):
        for letter in {*side} - {*base}:
            assert after.count(letter) >= side.count(letter)


@given(texts, texts, texts)
def test_the_sides_can_be_exchanged(base: list[str], ours: list[str], theirs: list[str]) -> None:
    there = [*merge_lines(lines(base), lines(ours), lines(theirs))]
    back = [*merge_lines(lines(base), lines(theirs), lines(ours))]
    kept = [piece for piece in there if isinstance(piece, tuple)]
    assert kept == [piece for piece in back if isinstance(piece, tuple)]
