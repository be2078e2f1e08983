"""What was grown never overwrites what a person wrote, whatever became of the file."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.merge.conflict import Choices, Conflicts
from apiwright.build.merge.tree import Merge
from apiwright.build.merge.tree import merge as merge_tree
from apiwright.plan.plan import Edit
from apiwright.refusal import Refusal
from apiwright.survey.survey import Survey
from hypothesis import given
from hypothesis import strategies as st

from tests.apiwright.build.merge.sides import PATH, Files, Sides, one, stands

paths = st.sampled_from([PurePosixPath(name) for name in "abcd"])
trees = st.dictionaries(paths, st.sampled_from([b"one", b"two", b"three"]))
README = str(PATH)
NEW = PurePosixPath("elsewhere.md")


def merge(survey: Survey, grown: Files, choices: Choices | None = None) -> Merge:
    return merge_tree(survey, grown, choices or Choices())


def test_a_new_file_is_added() -> None:
    [edit] = merge(stands({}), one(b"new")).edits
    assert (edit.before, edit.after) == (None, b"new")


def test_a_file_that_nobody_edited_follows_the_blueprint() -> None:
    [edit] = merge(stands(one(b"old"), one(b"old")), one(b"new")).edits
    assert (edit.before, edit.after) == (b"old", b"new")


def test_a_file_that_the_blueprint_leaves_alone_keeps_its_edits() -> None:
    assert merge(stands(one(b"edited"), one(b"old")), one(b"old")).edits == ()


def test_a_file_that_nobody_edited_goes_with_its_resource() -> None:
    [edit] = merge(stands(one(b"old"), one(b"old")), {}).edits
    assert edit.after is None


@pytest.mark.parametrize("theirs", [b"old", b"new", None])
def test_a_deleted_file_stays_deleted(theirs: bytes | None) -> None:
    merged = merge(stands({}, one(b"old")), one(theirs))
    assert merged.edits == ()
    assert merged.absent == ((PATH,) if theirs == b"new" else ())


def test_a_deleted_file_comes_back_when_that_is_picked() -> None:
    [edit] = merge(stands({}, one(b"old")), one(b"new"), Choices(theirs=[str(PATH)])).edits
    assert (edit.before, edit.after) == (None, b"new")


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (Sides(b"old", b"edited", b"new"), "You edited this place"),
        (Sides(b"old", b"edited", None), "the blueprint takes it away"),
        (Sides(b"\xff", b"\xfe", b"\xfd"), "You edited this file"),
    ],
)
def test_what_both_sides_changed_is_a_conflict_until_a_side_is_picked(
    sides: Sides, words: str
) -> None:
    [conflict] = sides.conflicts()
    assert words in conflict.what
    assert sides.merged(Choices(ours=[conflict.name])).strip() == sides.ours
    assert sides.merged(Choices(theirs=[conflict.name])).strip() == (sides.theirs or b"")


def test_a_file_of_somebody_else_is_not_overwritten() -> None:
    with pytest.raises(Conflicts, match="was not built here"):
        merge(stands(one(b"mine")), one(b"new"))
    assert merge(stands(one(b"mine")), one(b"new"), Choices(ours=[str(PATH)])).edits == ()
    [edit] = merge(stands(one(b"mine")), one(b"new"), Choices(theirs=[str(PATH)])).edits
    assert (edit.before, edit.after) == (b"mine", b"new")


def test_a_file_that_somebody_made_as_it_is_built_is_taken_as_built() -> None:
    assert merge(stands(one(b"new")), one(b"new")).edits == ()


def test_an_edited_file_is_a_conflict_when_what_was_built_is_not_known() -> None:
    survey = replace(stands(one(b"a\nmine\n"), one(b"a\n")), grown={})
    with pytest.raises(Conflicts, match="You edited this file"):
        merge(survey, one(b"new\na\n"))


def test_a_renamed_file_is_changed_where_it_is_now() -> None:
    base = b"".join(b"line %d\n" % number for number in range(9))
    moved = PATH.with_name("catalogue.py")
    mine = base.replace(b"line 8", b"line 8  # mine")
    theirs = base.replace(b"line 0", b"line zero")
    [edit] = merge(stands({moved: mine}, one(base)), one(theirs)).edits
    assert edit.path == moved
    assert edit.after == theirs.replace(b"line 8", b"line 8  # mine")


def test_a_file_that_shares_little_with_a_deleted_one_is_not_its_new_place() -> None:
    base = b"".join(b"line %d\n" % number for number in range(9))
    other = PATH.with_name("other.py")
    merged = merge(stands({other: base[:14] + b"x\n" * 9}, one(base)), one(b"new"))
    assert merged.edits == ()
    assert merged.absent == (PATH,)


def test_a_link_is_not_overwritten() -> None:
    survey = Survey(Path(), {}, opaque=frozenset({PATH}))
    with pytest.raises(Refusal, match="link"):
        merge(survey, one(b"new"))


def test_a_link_in_place_of_a_file_stays_while_the_blueprint_leaves_it_alone() -> None:
    survey = replace(stands({}, one(b"old")), opaque=frozenset({PATH}))
    assert merge(survey, one(b"old")).edits == ()


def test_a_link_in_place_of_a_folder_is_not_written_through() -> None:
    survey = replace(stands({}, one(b"old")), opaque=frozenset({PATH.parent}))
    for theirs in (b"new", None):
        with pytest.raises(Refusal) as refused:
            merge(survey, one(theirs))
        assert [reason.at for reason in refused.value.reasons] == [str(PATH.parent)]


def test_every_conflict_is_named() -> None:
    ours = {PurePosixPath("a"): b"mine", PurePosixPath("b"): b"mine"}
    with pytest.raises(Conflicts) as refused:
        merge(stands(ours), dict.fromkeys(ours, b"new"))
    assert [reason.at for reason in refused.value.reasons] == ["a", "b"]


def test_what_was_picked_and_is_no_conflict_is_named() -> None:
    with pytest.raises(Refusal, match="`b` is not in conflict"):
        merge(stands({}), one(b"new"), Choices(ours=["b"]))


def test_two_sides_of_one_place_cannot_be_picked() -> None:
    with pytest.raises(Refusal, match="has two sides"):
        Choices(ours=["a"], theirs=["a"])


def test_conflicts_that_are_marked_are_settled_before_anything_is_built() -> None:
    sides = Sides(b"a\nb\nc\n", b"a\nmine\nc\n", b"a\nnew\nc\n")
    marked = sides.merged(Choices(markers=[f"{PATH}:2"]))
    assert marked.decode().splitlines() == [
        "a",
        "<<<<<<< yours",
        "mine",
        "||||||| built",
        "b",
        "=======",
        "new",
        ">>>>>>> blueprint",
        "c",
    ]
    with pytest.raises(Refusal, match="still marked") as refused:
        merge(stands(one(marked), one(sides.theirs)), one(sides.theirs))
    assert refused.value.reasons[0].at == f"{PATH}:2"


@given(trees, trees, trees)
def test_merging_again_changes_nothing(ours: Files, base: Files, theirs: Files) -> None:
    try:
        edits = merge(stands(ours, base), theirs).edits
    except Refusal:
        return
    after = dict(ours) | {edit.path: edit.after or b"" for edit in edits}
    gone = {edit.path for edit in edits if edit.after is None}
    left = {path: content for path, content in after.items() if path not in gone}
    assert merge(stands(left, theirs), theirs).edits == ()


@given(trees, trees, trees)
def test_no_edit_of_a_person_is_lost(ours: Files, base: Files, theirs: Files) -> None:
    try:
        edits = merge(stands(ours, base), theirs).edits
    except Refusal:
        return
    touched = {edit.path for edit in edits if edit.before is not None}
    edited = {path for path, content in ours.items() if content not in base.values()}
    assert not touched & edited


def move(survey: Survey, grown: Files, choices: Choices | None = None) -> Merge:
    """What is in `PATH` grows in `NEW` now."""
    return merge_tree(survey, grown, choices or Choices(), {NEW: PATH})


def test_an_edit_goes_along_with_a_file_that_grows_elsewhere() -> None:
    merged = move(stands(one(b"a\nmine\nb\n"), one(b"a\nb\n")), {NEW: b"a\nb\ntheirs\n"})
    assert merged.edits == (
        Edit(PATH, b"a\nmine\nb\n", None),
        Edit(NEW, None, b"a\nmine\nb\ntheirs\n"),
    )
    assert merged.combined == (NEW,)


def test_a_file_that_nobody_edited_moves_without_a_word() -> None:
    merged = move(stands(one(b"old"), one(b"old")), {NEW: b"new"})
    assert merged.edits == (Edit(PATH, b"old", None), Edit(NEW, None, b"new"))
    assert merged.combined == ()


def test_a_conflict_of_a_file_that_grows_elsewhere_is_told_where_the_owner_has_it() -> None:
    survey, grown = stands(one(b"mine\n"), one(b"old\n")), {NEW: b"theirs\n"}
    with pytest.raises(Conflicts) as found:
        move(survey, grown)
    assert [each.name for each in found.value.conflicts] == [f"{PATH}:1"]
    kept = move(survey, grown, Choices(ours=[str(PATH)]))
    assert kept.edits == (Edit(PATH, b"mine\n", None), Edit(NEW, None, b"mine\n"))


def test_a_file_that_was_deleted_stays_so_where_it_grows_now() -> None:
    merged = move(stands({}, one(b"old")), {NEW: b"new"})
    assert merged.edits == ()
    assert merged.absent == (NEW,)


def test_a_file_that_stands_where_another_grows_now_is_not_overwritten() -> None:
    with pytest.raises(Conflicts):
        move(stands({PATH: b"old", NEW: b"mine"}, one(b"old")), {NEW: b"new"})
