"""What was grown meets what stands on disk, file by file.

Base is each file as the last applied plan grew it, ours the file on disk, theirs what grows now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.build.merge.conflict import Choices, Conflicts
from apiwright.build.merge.file import BOTH, Sides, merge_file, pick_side
from apiwright.build.merge.following import carried, followed
from apiwright.build.merge.markers import first_mark
from apiwright.build.merge.moved import find_moved
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from apiwright.build.merge.file import Merged
    from apiwright.build.merge.following import Moves
    from apiwright.survey.survey import Survey

_STRANGER = "A file that was not built here stands where one is to be built."
_LEAVES = "You edited this file, and the blueprint takes it away."
_OPAQUE = "What stands where a file is to be built is a link, too large or not for you to read."
_DELETED = "You deleted this file, and the blueprint changes it."


@dataclass(frozen=True, slots=True)
class Merge:
    """How a project comes to what was grown.

    Attributes:
        edits: What changes in files.
        combined: Files in which the owner's lines and the blueprint's stand together afterwards.
        absent: Files that the owner deleted and the blueprint changes; they stay deleted.
    """

    edits: tuple[Edit, ...]
    combined: tuple[PurePosixPath, ...]
    absent: tuple[PurePosixPath, ...]


def merge(
    survey: Survey,
    grown: Mapping[PurePosixPath, bytes],
    choices: Choices,
    moves: Moves | None = None,
) -> Merge:
    """The edits that bring a project to what was grown and keep every edit of a person's.

    Args:
        survey: What stands.
        grown: What grows now.
        choices: What was picked where both sides changed something.
        moves: Where files stood that grow at another place now; edits go along with them.

    Raises:
        Conflicts: Places that both sides changed, all of them but for those picked.
        Refusal: Links and the like where files are to be, or conflicts that are still marked in
            files.
    """
    origins = followed(survey, grown, moves or {})
    changed = tuple(path for path in _changed(survey, grown) if path not in origins.values())
    if reasons := [*_marked(survey), *dict.fromkeys(_unread(survey, changed))]:
        raise Refusal(*reasons)
    merges = {
        path: _merge_path(survey, origins.get(path, path), path, grown, choices) for path in changed
    }
    if found := [each for each in merges.values() if not isinstance(each, Edit)]:
        raise Conflicts(conflict for conflicts in found for conflict in conflicts)
    if reasons := [*choices.unused()]:
        raise Refusal(*reasons)
    edits = [
        edit
        for path, merged in merges.items()
        if isinstance(merged, Edit)
        for edit in carried(merged, path, origins.get(path, path))
    ]
    new = {*grown.values(), None}
    return Merge(
        edits=tuple(edit for edit in edits if edit.before != edit.after),
        combined=tuple(edit.path for edit in edits if edit.after not in new),
        absent=tuple(e.path for e in edits if e.before is e.after is None and e.path in grown),
    )


def _changed(survey: Survey, grown: Mapping[PurePosixPath, bytes]) -> Iterator[PurePosixPath]:
    """The files that are grown otherwise than before."""
    for path in sorted(survey.built.keys() | grown.keys()):
        if path not in survey.built or digest(grown.get(path)) != survey.built[path]:
            yield path


def _merge_path(
    survey: Survey,
    origin: PurePosixPath,
    path: PurePosixPath,
    grown: Mapping[PurePosixPath, bytes],
    choices: Choices,
) -> Merged:
    """How what was built at `origin` comes to what grows at `path`."""
    place = _place(survey, origin, grown)
    built, base = survey.built.get(origin), survey.grown.get(origin)
    ours, theirs = survey.files.get(place), grown.get(path)
    edit = Edit(place, ours, theirs)
    if ours is None:
        return edit if base is None or theirs is None else _absent(edit, base, choices)
    if ours == theirs or digest(ours) == built:
        return edit
    if built is None:
        return pick_side(_STRANGER, None, edit, choices)
    if theirs is None:
        return pick_side(_LEAVES, base, edit, choices)
    if base is None:
        return pick_side(BOTH, None, edit, choices)
    return merge_file(Sides(survey.root, place, base, ours, theirs), choices)


def _place(
    survey: Survey, path: PurePosixPath, grown: Mapping[PurePosixPath, bytes]
) -> PurePosixPath:
    """Where a file stands: in its place, or where the owner moved it."""
    base = survey.grown.get(path)
    if path in survey.files or base is None:
        return path
    built = survey.built.keys() | grown.keys()
    strangers = {each: text for each, text in survey.files.items() if each not in built}
    return find_moved(path, base, strangers) or path


def _absent(edit: Edit, base: bytes, choices: Choices) -> Edit:
    """A text that the owner deleted comes back only when that is picked."""
    picked = pick_side(_DELETED, base, edit, choices)
    return picked if isinstance(picked, Edit) else Edit(edit.path, None, None)


def _marked(survey: Survey) -> Iterator[Reason]:
    for path in survey.built:
        if line := first_mark(survey.files.get(path, b"")):
            what = "A conflict is still marked in this file."
            yield Reason(what, f"{path}:{line}", help="keep what shall stand, without the marks")


def _unread(survey: Survey, changed: tuple[PurePosixPath, ...]) -> Iterator[Reason]:
    for path in changed:
        if opaque := survey.opaque.intersection((path, *path.parents)):
            at = min(opaque)
            yield Reason(_OPAQUE, str(at), help=f"mv {at} {at}.mine")
