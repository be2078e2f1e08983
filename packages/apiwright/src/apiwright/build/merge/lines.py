"""Three texts become one, line by line, wherever at most one side changed a line.

Base is what both came from, ours what the owner made of it, theirs what the blueprint makes of it
now. After diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), with one
difference: changes that only touch each other do not clash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.build.merge.matching import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.build.merge.text import Line

    Lines = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both sides changed, each otherwise.

    Attributes:
        at: Before which line of ours it stands, counted from 0.
    """

    base: tuple[Line, ...]
    ours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    at: int


@dataclass(frozen=True, slots=True)
class _Change:
    """`base[start:end]` became `side[first:last]`."""

    start: int
    end: int
    is_ours: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Knot:
    """Changes that are about the same lines of base, at most one side's if there is one."""

    start: int
    end: int
    changes: tuple[_Change, ...]

    def takes(self, change: _Change) -> bool:
        """Whether a change, the next by its place, is about lines of this knot too."""
        if self.start == self.end:
            return change.start == change.end == self.start
        return change.start < self.end

    def with_change(self, change: _Change) -> _Knot:
        return _Knot(self.start, max(self.end, change.end), (*self.changes, change))


def merge_lines(base: Lines, ours: Lines, theirs: Lines) -> Iterator[tuple[Line, ...] | Clash]:
    """The pieces of the merged text in order: lines that stand, and clashes."""
    place = shift = 0
    for knot in _knots(base, ours, theirs):
        yield tuple(ours[place + shift : knot.start + shift])
        mine = _of_side(knot, base, ours, is_ours=True)
        other = _of_side(knot, base, theirs, is_ours=False)
        if mine == other or all(change.is_ours for change in knot.changes):
            yield mine
        elif not any(change.is_ours for change in knot.changes):
            yield other
        else:
            yield Clash(tuple(base[knot.start : knot.end]), mine, other, knot.start + shift)
        shift += len(mine) - (knot.end - knot.start)
        place = knot.end
    yield tuple(ours[place + shift :])


def _knots(base: Lines, ours: Lines, theirs: Lines) -> Iterator[_Knot]:
    mine = [_Change(a, b, True, c, d) for a, b, c, d in changes(base, ours)]  # noqa: FBT003
    other = [_Change(a, b, False, c, d) for a, b, c, d in changes(base, theirs)]  # noqa: FBT003
    knot: _Knot | None = None
    for change in sorted([*mine, *other], key=lambda each: (each.start, each.end)):
        if knot and knot.takes(change):
            knot = knot.with_change(change)
            continue
        if knot:
            yield knot
        knot = _Knot(change.start, change.end, (change,))
    if knot:
        yield knot


def _of_side(knot: _Knot, base: Lines, side: Lines, *, is_ours: bool) -> tuple[Line, ...]:
    """What a side has where the knot is: its own lines, or base's where it changed none."""
    own = [change for change in knot.changes if change.is_ours is is_ours]
    if not own:
        return tuple(base[knot.start : knot.end])
    first = own[0].first - (own[0].start - knot.start)
    last = own[-1].last + (knot.end - own[-1].end)
    return tuple(side[first:last])
