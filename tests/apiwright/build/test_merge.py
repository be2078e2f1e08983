"""What was grown never overwrites what a person wrote."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.merge import digests, merge
from apiwright.refusal import Refusal
from apiwright.survey.survey import Applied, Survey
from hypothesis import given
from hypothesis import strategies as st

PATH = PurePosixPath("shop/books/models.py")

Files = Mapping[PurePosixPath, bytes]
paths = st.sampled_from([PurePosixPath(name) for name in "abcd"])
trees = st.dictionaries(paths, st.sampled_from([b"one", b"two", b"three"]))


def stands(files: Files, grown: Files | None = None) -> Survey:
    history = () if grown is None else (Applied(1, "x", "", "", "", digests(grown)),)
    return Survey(Path(), files, history=history)


def one(content: bytes | None) -> dict[PurePosixPath, bytes]:
    return {} if content is None else {PATH: content}


def test_a_new_file_is_added() -> None:
    [edit] = merge(stands({}), one(b"new"))
    assert (edit.before, edit.after) == (None, b"new")


def test_a_file_that_nobody_edited_follows_the_blueprint() -> None:
    [edit] = merge(stands(one(b"old"), one(b"old")), one(b"new"))
    assert (edit.before, edit.after) == (b"old", b"new")


def test_a_file_that_the_blueprint_leaves_alone_keeps_its_edits() -> None:
    assert merge(stands(one(b"edited"), one(b"old")), one(b"old")) == ()


def test_a_deleted_file_stays_deleted_while_the_blueprint_leaves_it_alone() -> None:
    assert merge(stands({}, one(b"old")), one(b"old")) == ()
    [edit] = merge(stands({}, one(b"old")), one(b"new"))
    assert edit.kind == "add"


def test_a_file_that_nobody_edited_goes_with_its_resource() -> None:
    [edit] = merge(stands(one(b"old"), one(b"old")), {})
    assert edit.after is None


@pytest.mark.parametrize("theirs", [b"new", None])
def test_a_file_that_both_sides_changed_is_a_conflict(theirs: bytes | None) -> None:
    with pytest.raises(Refusal, match="You edited this file"):
        merge(stands(one(b"edited"), one(b"old")), one(theirs))


def test_an_unknown_file_is_not_overwritten() -> None:
    with pytest.raises(Refusal, match="was not built here"):
        merge(stands(one(b"mine")), one(b"new"))


def test_a_link_is_not_overwritten() -> None:
    survey = Survey(Path(), {}, opaque=frozenset({PATH}))
    with pytest.raises(Refusal, match="link"):
        merge(survey, one(b"new"))


def test_a_link_in_place_of_a_file_stays_while_the_blueprint_leaves_it_alone() -> None:
    survey = replace(stands({}, one(b"old")), opaque=frozenset({PATH}))
    assert merge(survey, one(b"old")) == ()


def test_a_link_in_place_of_a_folder_is_not_written_through() -> None:
    survey = replace(stands({}, one(b"old")), opaque=frozenset({PATH.parent}))
    for theirs in (b"new", None):
        with pytest.raises(Refusal) as refused:
            merge(survey, one(theirs))
        assert [reason.at for reason in refused.value.reasons] == [str(PATH.parent)]


def test_every_conflict_is_named() -> None:
    ours = {PurePosixPath("a"): b"mine", PurePosixPath("b"): b"mine"}
    with pytest.raises(Refusal) as refused:
        merge(stands(ours), dict.fromkeys(ours, b"new"))
    assert [reason.at for reason in refused.value.reasons] == ["a", "b"]


@given(trees, trees, trees)
def test_merging_again_changes_nothing(ours: Files, base: Files, theirs: Files) -> None:
    try:
        edits = merge(stands(ours, base), theirs)
    except Refusal:
        return
    after = dict(ours) | {edit.path: edit.after or b"" for edit in edits}
    gone = {edit.path for edit in edits if edit.after is None}
    left = {path: content for path, content in after.items() if path not in gone}
    assert merge(stands(left, theirs), theirs) == ()


@given(trees, trees, trees)
def test_no_edit_of_a_person_is_lost(ours: Files, base: Files, theirs: Files) -> None:
    try:
        edits = merge(stands(ours, base), theirs)
    except Refusal:
        return
    touched = {edit.path for edit in edits if edit.before is not None}
    edited = {path for path, content in ours.items() if content != base.get(path)}
    assert not touched & edited


def test_digests_are_sha256() -> None:
    assert digests(one(b"x")) == {PATH: hashlib.sha256(b"x").hexdigest()}
