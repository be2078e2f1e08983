"""Edits of a person's that go again, place by place; all others in the file stay."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

from apiwright.build.merge.text import Line, read_text
from apiwright.build.places import imports, places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from apiwright.build.places import Place
    from apiwright.plan.drift.drift import Drift


def reverted(
    base: bytes, ours: bytes, drifts: Iterable[Drift], *, with_imports: bool = False
) -> bytes:
    """A file whose places that some disagreements are about are as they were built.

    Args:
        base: The file as it was built.
        ours: The file as it stands.
        drifts: What the places are about.
        with_imports: Whether what was imported and is not any more is imported again; what nothing
            needs is left for a linter.
    """
    was, now = read_text(base), read_text(ours)
    if was is None or now is None:
        return ours
    drifts = tuple(drifts)
    of_base, of_ours = (
        {*chain.from_iterable(places(lines, each) for each in drifts)}
        for lines in (was.lines, now.lines)
    )
    if not (of_base or of_ours):
        return ours
    needed = imports(was.lines, besides=now.lines) if with_imports else ()
    back = _numbers((*of_base, *needed))
    lines = _reverted(was.foreign, now.lines, back, _numbers(of_ours))
    return now.with_lines(lines)


def _numbers(found: Iterable[Place]) -> set[int]:
    return {*chain.from_iterable(each.lines for each in found)}


def _reverted(
    base: Sequence[Line], ours: Sequence[Line], back: Collection[int], gone: Collection[int]
) -> Iterator[Line]:
    matcher = SequenceMatcher(None, base, ours, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        came = [base[n] for n in range(first, last) if n in back or not base[n].text.strip()]
        came = came if any(n in back for n in range(first, last)) else []
        if tag == "equal" or not (came or any(n in gone for n in range(start, end))):
            yield from ours[start:end]
            continue
        left = [n for n in range(start, end) if n in gone]
        before = range(start, left[0]) if left else range(start, start)
        yield from (ours[n] for n in before)
        yield from came
        yield from (ours[n] for n in range(start, end) if n not in gone and n not in before)
