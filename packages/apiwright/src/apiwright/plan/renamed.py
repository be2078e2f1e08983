"""Tables under the names that they, their columns and their parts have next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from apiwright.plan.naming import primary_key
from apiwright.plan.search_tables import words_of
from apiwright.plan.table import Check, Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.plan.renames import Rename
    from apiwright.plan.table import Constraint, Exclusion, Index, Table

    Part = TypeVar("Part", bound=Constraint | Index | Exclusion)


@dataclass(frozen=True, slots=True)
class PartNames:
    """What indexes and constraints of a table are called before and after."""

    table: str
    names: tuple[tuple[str, str], ...]


def renamed(tables: Iterable[Table], found: Iterable[Rename]) -> tuple[Table, ...]:
    """Tables and columns renamed; indexes and constraints keep the names that they have."""
    found = tuple(found)
    nouns = {each.was: each.now for each in found if each.kind == "table"}
    columns: dict[str, dict[str, str]] = {}
    for each in (each for each in found if each.kind == "column"):
        columns.setdefault(each.table, {})[each.was] = each.now
    named = (_pointed(table, nouns) for table in tables)
    return tuple(_renamed(table, columns.get(table.name, {}), columns) for table in named)


def part_names(
    before: Iterable[Table], found: Iterable[Rename], after: Iterable[Table]
) -> tuple[PartNames, ...]:
    """The indexes and constraints that stay the same but for their names.

    Args:
        before: The tables as they are.
        found: What of them gets another name.
        after: The tables as they shall be.
    """
    before, shall = tuple(before), {table.name: table for table in after}
    stood = renamed(before, found)
    pairs = ((was, is_, shall.get(is_.name)) for was, is_ in zip(before, stood, strict=True))
    named = (
        PartNames(now.name, tuple(_of_table(was, is_, now)))
        for was, is_, now in pairs
        if now and not now.searched
    )
    return tuple(each for each in named if each.names)


def with_part_names(tables: Iterable[Table], found: Iterable[PartNames]) -> tuple[Table, ...]:
    """Tables whose indexes and constraints have their next names."""
    names = {each.table: dict(each.names) for each in found}
    return tuple(_with_names(table, names.get(table.name, {})) for table in tables)


def _pointed(table: Table, nouns: Mapping[str, str]) -> Table:
    if table.searched:
        (key,) = table.foreign_keys
        return words_of(nouns.get(key.target, key.target), table.searched)
    keys = (replace(key, target=nouns.get(key.target, key.target)) for key in table.foreign_keys)
    return replace(table, name=nouns.get(table.name, table.name), foreign_keys=tuple(keys))


def _renamed(
    table: Table, names: Mapping[str, str], everywhere: Mapping[str, Mapping[str, str]]
) -> Table:
    source: Mapping[str, str] = {}
    if table.searched:
        source = everywhere.get(table.foreign_keys[0].target, {})
    columns = (replace(each, name=names.get(each.name, each.name)) for each in table.columns)
    return replace(
        table,
        columns=tuple(columns),
        indexes=tuple(replace(each, columns=_all(each, names)) for each in table.indexes),
        uniques=tuple(replace(each, columns=_all(each, names)) for each in table.uniques),
        foreign_keys=tuple(
            replace(each, column=_all(each, names)[0]) for each in table.foreign_keys
        ),
        checks=tuple(_check(each, names) for each in table.checks),
        exclusions=tuple(_exclusion(each, names) for each in table.exclusions),
        key=tuple(names.get(column, column) for column in table.key),
        searched=tuple(source.get(field, field) for field in table.searched),
    )


def _check(check: Check | Condition, names: Mapping[str, str]) -> Check | Condition:
    if isinstance(check, Check):
        return replace(check, column=_all(check, names)[0])
    sql = re.sub(r"\w+", lambda word: names.get(word[0], word[0]), check.sql)
    return replace(check, sql=sql, columns=_all(check, names))


def _exclusion(each: Exclusion, names: Mapping[str, str]) -> Exclusion:
    start, end, *per = (names.get(column, column) for column in (*each.times, *each.per))
    where = tuple((names.get(column, column), said) for column, said in each.where)
    return replace(each, times=(start, end), per=tuple(per), where=where)


def _all(part: Index | Constraint, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(column, column) for column in part.columns)


def _of_table(was: Table, stood: Table, now: Table) -> Iterator[tuple[str, str]]:
    if was.name != now.name:
        yield primary_key(was.name), primary_key(now.name)
    kinds = ("indexes", "foreign_keys", "uniques", "checks", "exclusions")
    for kind in kinds:
        shall = {_bare(part): part.name for part in getattr(now, kind)}
        taken = {part.name for part in getattr(stood, kind)}
        for part in getattr(stood, kind):
            name = shall.get(_bare(part), part.name)
            if name != part.name and name not in taken:
                yield part.name, name


def _bare(part: Part) -> Part:
    """A part without its name."""
    return replace(part, name="")


def _with_names(table: Table, names: Mapping[str, str]) -> Table:
    def named(parts: Iterable[Part]) -> tuple[Part, ...]:
        return tuple(replace(part, name=names.get(part.name, part.name)) for part in parts)

    return replace(
        table,
        indexes=named(table.indexes),
        foreign_keys=named(table.foreign_keys),
        uniques=named(table.uniques),
        checks=named(table.checks),
        exclusions=named(table.exclusions),
    )
