"""Which lines of one text are lines of another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    Lines = Sequence[Hashable]
    Pair = tuple[int, int]


def changes(before: Lines, after: Lines) -> Iterator[tuple[int, int, int, int]]:
    """What differs: `before[a:b]` became `after[c:d]`, as `(a, b, c, d)`, in order."""
    place_before = place_after = 0
    for one, other in [*matches(before, after), (len(before), len(after))]:
        if (place_before, place_after) != (one, other):
            yield place_before, one, place_after, other
        place_before, place_after = one + 1, other + 1


def matches(before: Lines, after: Lines) -> Iterator[Pair]:
    """Pairs of places that hold the same line, growing on both sides.

    Lines that are there once on each side are matched first, then those between them, and so on:
    such lines mean something, while a blank line or a bracket matches anything.
    Source: Bram Cohen's patience diff.
    """
    anchors = _anchors(before, after)
    if not anchors:
        yield from _blocks(before, after)
        return
    place_before = place_after = 0
    for one, other in [*anchors, (len(before), len(after))]:
        for pair in matches(before[place_before:one], after[place_after:other]):
            yield place_before + pair[0], place_after + pair[1]
        if one < len(before):
            yield one, other
        place_before, place_after = one + 1, other + 1


def _blocks(before: Lines, after: Lines) -> Iterator[Pair]:
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _anchors(before: Lines, after: Lines) -> list[Pair]:
    """The longest run of pairs, growing on both sides, of lines that are there once in each."""
    places = _once(after)
    found = ((place, places.get(line)) for line, place in _once(before).items())
    return _longest_growing([(one, other) for one, other in found if other is not None])


def _once(lines: Lines) -> dict[Hashable, int]:
    counts = Counter(lines)
    return {line: place for place, line in enumerate(lines) if counts[line] == 1}


def _longest_growing(pairs: list[Pair]) -> list[Pair]:
    """The longest run that grows in the second place too, by patience sorting."""
    tops: list[int] = []
    piles: list[Pair] = []
    behind: dict[Pair, Pair | None] = {}
    for pair in pairs:
        pile = bisect_left(tops, pair[1])
        behind[pair] = piles[pile - 1] if pile else None
        tops[pile : pile + 1] = [pair[1]]
        piles[pile : pile + 1] = [pair]
    run: list[Pair] = []
    last = piles[-1] if piles else None
    while last:
        run.append(last)
        last = behind[last]
    return run[::-1]
