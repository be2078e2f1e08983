"""Columns that get another name and keep what they hold, as an older version tells of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apiwright.plan.table import Check, Condition, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.plan.table import Constraint, Exclusion, Index


@dataclass(frozen=True, slots=True)
class Rename:
    """A column of a table that stands, by its name before and after."""

    table: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.was} → {self.now}"


def renames(before: Blueprint, after: Blueprint) -> tuple[Rename, ...]:
    """The columns that were called otherwise before, and are so in an older version of `after`."""
    stood = {resource.name: resource for resource in before.resources}
    kept = [each for each in after.resources if each.name in stood]
    return tuple(rename for each in kept for rename in _of(stood[each.name], each, after))


def renamed(tables: Iterable[Table], found: Iterable[Rename]) -> tuple[Table, ...]:
    """Tables with their columns renamed; indexes and constraints keep the names that they have."""
    names: dict[str, dict[str, str]] = {}
    for each in found:
        names.setdefault(each.table, {})[each.was] = each.now
    return tuple(_renamed(table, names.get(table.name, {})) for table in tables)


def _of(was: Resource, now: Resource, after: Blueprint) -> Iterator[Rename]:
    if was.nouns != now.nouns:
        return
    old = {field.name: field for field in was.fields}
    new = {field.name: field for field in now.fields}
    said = {pair for version in after.versions for pair in version.shape(now.name).was}
    for name, then in sorted(said):
        is_renamed = {name, then} & old.keys() == {then} and {name, then} & new.keys() == {name}
        if is_renamed and old[then].target == new[name].target:
            yield Rename(now.nouns, old[then].column, new[name].column)


def _renamed(table: Table, names: Mapping[str, str]) -> Table:
    if not names:
        return table
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
