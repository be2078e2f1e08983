"""One file that both the owner and the blueprint changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apiwright.build.merge.both import both
from apiwright.build.merge.conflict import Conflict
from apiwright.build.merge.form import is_broken
from apiwright.build.merge.imports import settle_imports, unknown_names
from apiwright.build.merge.lines import Clash, merge_lines
from apiwright.build.merge.markers import first_mark, marked
from apiwright.build.merge.style import tidied, tidied_like
from apiwright.build.merge.text import read_text
from apiwright.plan.plan import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePosixPath

    from apiwright.build.merge.conflict import Choices
    from apiwright.build.merge.text import Line

    Lines = tuple[Line, ...]
    Piece = Lines | Clash
    Merged = Edit | tuple[Conflict, ...]

BOTH = "You edited this file, and the blueprint changes it too."
_PLACE = "You edited this place, and the blueprint changes it too."
_APART = "You edited this file, and the blueprint changes it too; put together, it cannot be read."


@dataclass(frozen=True, slots=True)
class Sides:
    """A file as all three have it.

    Attributes:
        root: The project, whose settings say how code is set.
        path: What the file is called on the disk.
    """

    root: Path
    path: PurePosixPath
    base: bytes
    ours: bytes
    theirs: bytes

    @property
    def is_python(self) -> bool:
        """Whether it holds code."""
        return self.path.suffix == ".py"

    @property
    def restyled(self) -> Sides:
        """Base and theirs in the project's own form, in case the owner chose another."""
        base, theirs = (tidied(self.root, self.path, each) for each in (self.base, self.theirs))
        return replace(self, base=base, theirs=theirs)


def merge_file(sides: Sides, choices: Choices) -> Merged:
    """The file with both sides' changes, or every place where they contradict each other.

    What could be read can be read afterwards, and code that was set as the project's linter sets
    it still is.
    """
    text, pieces = read_text(sides.ours), _pieces(sides)
    if text is None or pieces is None:
        return pick_side(BOTH, sides.base, Edit(sides.path, sides.ours, sides.theirs), choices)
    if sides.is_python and _clashes(pieces):
        pieces = _pieces(sides.restyled) or pieces
    lines, conflicts = _settle(sides.path, pieces, choices)
    if conflicts:
        return conflicts
    merged = text.with_lines(lines)
    if first_mark(merged):
        return Edit(sides.path, sides.ours, merged)
    if is_broken(sides.path, merged) and not is_broken(sides.path, sides.ours):
        return pick_side(_APART, sides.base, Edit(sides.path, sides.ours, sides.theirs), choices)
    if sides.is_python:
        merged = tidied_like(sides.root, sides.path, sides.ours, merged)
    return Edit(sides.path, sides.ours, merged)


def pick_side(what: str, base: bytes | None, edit: Edit, choices: Choices) -> Merged:
    """The side that was picked of a file whose lines cannot be told apart.

    Args:
        what: Why they cannot.
        base: What was built before, if that is known.
        edit: What the blueprint would do to the file.
        choices: What was picked.
    """
    said = (_decoded(each) for each in (base, edit.before, edit.after))
    conflict = Conflict(what, edit.path, 0, *said)
    match choices.of(conflict):
        case "ours":
            return replace(edit, after=edit.before)
        case "theirs":
            return edit
        case "markers" | None:
            return (conflict,)


def _pieces(sides: Sides) -> list[Piece] | None:
    """The merged text in pieces; `None` if one of the three is no text."""
    base, ours, theirs = (read_text(each) for each in (sides.base, sides.ours, sides.theirs))
    if base is None or ours is None or theirs is None:
        return None
    texts = base.foreign, ours.lines, theirs.foreign
    pieces = _merged(*texts)
    if sides.is_python and (_clashes(pieces) or _lacks_names(pieces, texts)):
        return _merged(*settle_imports(*texts))
    return pieces


def _merged(base: Lines, ours: Lines, theirs: Lines) -> list[Piece]:
    pieces = merge_lines(base, ours, theirs)
    return [(both(each) or each) if isinstance(each, Clash) else each for each in pieces]


def _clashes(pieces: Iterable[Piece]) -> bool:
    return any(isinstance(piece, Clash) for piece in pieces)


def _lacks_names(pieces: Iterable[Piece], texts: Iterable[Lines]) -> bool:
    """Whether one side's lines need what the other took away, such as an import."""
    merged = tuple(line for piece in pieces if not isinstance(piece, Clash) for line in piece)
    return not unknown_names(merged) <= set[str]().union(*map(unknown_names, texts))


def _settle(
    path: PurePosixPath, pieces: Iterable[Piece], choices: Choices
) -> tuple[list[Line], tuple[Conflict, ...]]:
    """The lines that stand, and the conflicts of which nobody picked a side."""
    lines: list[Line] = []
    conflicts: list[Conflict] = []
    for piece in pieces:
        if not isinstance(piece, Clash):
            lines += piece
            continue
        conflict = _conflict(path, piece)
        match choices.of(conflict):
            case "ours":
                lines += piece.ours
            case "theirs":
                lines += piece.theirs
            case "markers":
                lines += marked(piece)
            case None:
                conflicts.append(conflict)
    return lines, tuple(conflicts)


def _conflict(path: PurePosixPath, clash: Clash) -> Conflict:
    sides = (clash.base, clash.ours, clash.theirs)
    said = ("\n".join(line.text for line in lines) for lines in sides)
    return Conflict(_PLACE, path, clash.at + 1, *said)


def _decoded(content: bytes | None) -> str | None:
    return None if content is None else content.decode(errors="replace")
