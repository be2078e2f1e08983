"""Tables and columns that get another name and keep what they hold, as the page tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from apiwright.plan.staying import same_fields, same_links, same_resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


@dataclass(frozen=True, slots=True)
class Rename:
    """Something by its name before and after.

    Attributes:
        kind: A `table`, a table of the `words` of the table that is named, a `column`, or what
            the `changes` that a history tells call a field.
        table: What the column's or the history's table is called after.
    """

    kind: Literal["table", "words", "column", "changes"]
    was: str
    now: str
    table: str = ""

    def __str__(self) -> str:
        return f"{self.was} → {self.now}"


def renames(before: Blueprint, after: Blueprint) -> tuple[Rename, ...]:
    """Tables, then columns, that were called otherwise; what was renamed once is not again."""
    pairs = tuple(same_resources(before, after))
    found = (
        *(each for pair in pairs for each in _tables(*pair, after)),
        *(each for pair in pairs for each in _of_fields(*pair, after)),
        *(each for pair in pairs for each in _of_links(*pair, after)),
        *_of_tenants(pairs),
    )
    return tuple(each for each in dict.fromkeys(found) if each.was != each.now)


def renames_back(before: Blueprint, after: Blueprint) -> tuple[Rename, ...]:
    """What gets the name back that it had in `after`, before `before` renamed it."""
    found = renames(after, before)
    tables = {each.now: each.was for each in found if each.kind == "table"}
    return tuple(
        Rename(each.kind, each.now, each.was, tables.get(each.table, each.table)) for each in found
    )


def _tables(was: Resource, now: Resource, after: Blueprint) -> Iterator[Rename]:
    yield Rename("table", was.nouns, now.nouns)
    if was.has_history and now.has_history:
        yield Rename("table", was.history_table, now.history_table)
    if _is_searched(was):
        yield Rename("words", was.nouns, now.nouns)
    for old, new in same_links(was, now, after):
        yield Rename("table", old.table(was), new.table(now))


def _of_fields(was: Resource, now: Resource, after: Blueprint) -> Iterator[Rename]:
    pairs = same_fields(was, now, after)
    yield from (Rename("column", old.column, new.column, now.nouns) for old, new in pairs)
    if was.has_history and now.has_history:
        for old, new in pairs:
            yield Rename("changes", old.column, new.column, now.history_table)


def _of_links(was: Resource, now: Resource, after: Blueprint) -> Iterator[Rename]:
    """The columns of pairs are called after the resource and after the field."""
    for old, new in same_links(was, now, after):
        yield Rename("column", f"{was.noun}_id", f"{now.noun}_id", new.table(now))
        yield Rename("column", old.column, new.column, new.table(now))


def _of_tenants(pairs: tuple[tuple[Resource, Resource], ...]) -> Iterator[Rename]:
    """The column that says of which tenant a row is, is called after the tenants."""
    for was, now in pairs:
        if was.tenancy and now.tenancy:
            for old, new in zip(was.tenancy.lead, now.tenancy.lead, strict=False):
                yield Rename("column", old, new, now.nouns)


def _is_searched(resource: Resource) -> bool:
    return any(field.search for field in resource.fields)
