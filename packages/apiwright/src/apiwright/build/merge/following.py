"""Edits go along with files that grow at another place, as when a resource gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.plan import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from apiwright.survey.survey import Survey

    Moves = Mapping[PurePosixPath, PurePosixPath]


def followed(survey: Survey, grown: Mapping[PurePosixPath, bytes], moves: Moves) -> Moves:
    """Where files were built that grow now where nothing is.

    Args:
        survey: What stands.
        grown: What grows now.
        moves: Where each file stood if it did, by where it grows now.
    """
    taken = survey.built.keys() | survey.files.keys()
    return {
        path: origin
        for path, origin in moves.items()
        if origin in survey.built and origin not in grown and path not in taken
    }


def carried(edit: Edit, path: PurePosixPath, origin: PurePosixPath) -> Iterator[Edit]:
    """The edit of a file, or the two by which it comes from its origin to its path.

    A file that its owner took elsewhere stays there.
    """
    if edit.path == origin != path:
        yield Edit(origin, edit.before, None)
        yield Edit(path, None, edit.after)
    else:
        yield edit
