"""Hand edits that the page comes to say itself: they are built now, and stand in no merge's way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.build.merge.text import read_text
from apiwright.build.merge.tree import Merge, merge
from apiwright.build.places import places
from apiwright.build.revert import reverted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from apiwright.build.merge.following import Moves
    from apiwright.build.request import Request
    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.survey import Survey

    Files = Mapping[PurePosixPath, bytes]


def merge_adopted(survey: Survey, grown: Files, request: Request, moves: Moves) -> Merge:
    """How a project comes to what was grown, where the page came to say what its owner wrote.

    A statement that the owner wrote and that grows now word for word is one, not two.

    Raises:
        Conflicts: As `merge`.
        Refusal: Likewise.
    """
    without = dict(_without(survey, grown, request.adopts))
    known = replace(survey, files={**survey.files, **without})
    merged = merge(known, grown, request.choices, moves)
    edits = (
        replace(edit, before=survey.files[edit.path]) if edit.path in without else edit
        for edit in merged.edits
    )
    return replace(merged, edits=tuple(edit for edit in edits if edit.before != edit.after))


def _without(
    survey: Survey, grown: Files, drifts: Sequence[Drift]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files whose edits grow now, without them."""
    for path, base in survey.grown.items() if drifts else ():
        ours, theirs = survey.files.get(path), grown.get(path)
        if ours and theirs and ours != base and path.suffix == ".py":
            alike = [it for it in drifts if _said(ours, it) == _said(theirs, it) != frozenset()]
            yield path, reverted(base, ours, alike)


def _said(content: bytes, drift: Drift) -> frozenset[str]:
    text = read_text(content)
    return frozenset(each.said for each in places(text.lines, drift)) if text else frozenset()
