"""The statements that give tables, columns and their parts other names, as source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.build.migration import operations as op
from apiwright.build.migration.layout import MARGIN, WIDTH, lay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from apiwright.build.migration.layout import Source
    from apiwright.plan.renamed import PartNames
    from apiwright.plan.renames import Rename
    from apiwright.plan.table import Table

_ROOM = WIDTH - len(MARGIN)


def rename(
    found: Sequence[Rename], parts: Sequence[PartNames], before: Iterable[Table]
) -> Iterator[str]:
    """From the former names to the next ones; what writes rows stands before what locks tables."""
    former = {each.now: each.was for each in _of("table", found)}
    operations = (
        *_reworded(found, before, former),
        *(
            op.rename_changes(former.get(each.table, each.table), each.was, each.now)
            for each in _of("changes", found)
        ),
        *(op.rename_table(each.was, each.now) for each in _of("table", found)),
        *(op.rename_search(each.was, each.now) for each in _of("words", found)),
        *(op.rename_column(it.table, it.was, it.now) for it in _of("column", found)),
        *(op.rename_parts(each.table, each.names) for each in parts),
    )
    return (lay(each, _ROOM) for each in operations)


def rename_back(
    found: Sequence[Rename], parts: Sequence[PartNames], stood: Iterable[Table]
) -> Iterator[str]:
    """From the next names to the former ones."""
    back = [replace(each, was=each.now, now=each.was) for each in found]
    operations = (
        *_reworded(back, stood, {}),
        *(op.rename_changes(each.table, each.was, each.now) for each in _of("changes", back)),
        *(op.rename_parts(it.table, [(now, was) for was, now in it.names]) for it in parts),
        *(op.rename_column(it.table, it.was, it.now) for it in _of("column", back)),
        *(op.rename_search(each.was, each.now) for each in _of("words", back)),
        *(op.rename_table(each.was, each.now) for each in _of("table", back)),
    )
    return (lay(each, _ROOM) for each in operations)


def _reworded(
    found: Sequence[Rename], tables: Iterable[Table], former: Mapping[str, str]
) -> Iterator[Source]:
    """The words of fields that get another name know the field by it."""
    for words in (table for table in tables if table.searched):
        table = op.searched_table(words)
        columns = (it for it in _of("column", found) if former.get(it.table, it.table) == table)
        called = {it.was: it.now for it in columns if it.was in words.searched}
        if called:
            yield op.fill_search(table, words.searched, called)


def _of(kind: str, found: Sequence[Rename]) -> list[Rename]:
    return [each for each in found if each.kind == kind]
