"""The statements that give tables, columns and their parts other names, as source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.migration import operations as op
from apiwright.build.migration.layout import MARGIN, WIDTH, lay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.build.migration.layout import Source
    from apiwright.plan.renamed import PartNames
    from apiwright.plan.renames import Rename

_ROOM = WIDTH - len(MARGIN)


def rename(found: Sequence[Rename], parts: Sequence[PartNames]) -> Iterator[str]:
    """From the former names to the next ones; what writes rows stands before what locks tables."""
    return (lay(each, _ROOM) for each in _there(found, parts))


def rename_back(found: Sequence[Rename], parts: Sequence[PartNames]) -> Iterator[str]:
    """From the next names to the former ones."""
    return (lay(each, _ROOM) for each in _back(found, parts))


def _there(found: Sequence[Rename], parts: Sequence[PartNames]) -> Iterator[Source]:
    former = {each.now: each.was for each in found if each.kind == "table"}
    for each in _of("changes", found):
        yield op.rename_changes(former.get(each.table, each.table), each.was, each.now)
    yield from (op.rename_table(each.was, each.now) for each in _of("table", found))
    yield from (op.rename_search(each.was, each.now) for each in _of("words", found))
    yield from (op.rename_column(it.table, it.was, it.now) for it in _of("column", found))
    yield from (op.rename_parts(each.table, each.names) for each in parts)


def _back(found: Sequence[Rename], parts: Sequence[PartNames]) -> Iterator[Source]:
    for each in _of("changes", found):
        yield op.rename_changes(each.table, each.now, each.was)
    for part in parts:
        yield op.rename_parts(part.table, [(now, was) for was, now in part.names])
    yield from (op.rename_column(it.table, it.now, it.was) for it in _of("column", found))
    yield from (op.rename_search(each.now, each.was) for each in _of("words", found))
    yield from (op.rename_table(each.now, each.was) for each in _of("table", found))


def _of(kind: str, found: Sequence[Rename]) -> list[Rename]:
    return [each for each in found if each.kind == kind]
