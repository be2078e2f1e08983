"""What changes for people from one blueprint to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.plan.answers import NO_ANSWERS, with_fills
from apiwright.plan.breaking import breaking
from apiwright.plan.contract import Endpoint, endpoints
from apiwright.plan.demands import demands, fillings
from apiwright.plan.difference import Difference, difference
from apiwright.plan.field_access import field_access
from apiwright.plan.generations import GENERATION, lost_since
from apiwright.plan.kept import Kept
from apiwright.plan.meanwhile import meanwhile
from apiwright.plan.offer import Offer, offer
from apiwright.plan.renamed import part_names, renamed, with_part_names
from apiwright.plan.renames import Rename, renames, renames_back
from apiwright.plan.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.answers import Answers
    from apiwright.plan.demands import Demand, Filling
    from apiwright.plan.field_access import FieldAccess
    from apiwright.plan.table import Table


@dataclass(frozen=True, slots=True)
class EndpointChange:
    """An endpoint that stays with another rule or another answer."""

    before: Endpoint
    after: Endpoint

    @property
    def is_of_access(self) -> bool:
        """Whether other people may call it."""
        return self.before.access != self.after.access


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that other people may read or write; `None` where everybody may."""

    name: str
    before: FieldAccess | None
    after: FieldAccess | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changes for people.

    Attributes:
        fields: Fields that other people may read or write.
        renames: Tables and columns that get another name first, and keep what they hold.
        tables: What then changes in the database; its `losses` name what goes with what it holds.
        demands: What rows that stand have to keep.
        fillings: What those get that would not keep it.
        breaking: What clients may count on and lose, one sentence each.
        offer: An older version that would keep them.
        generation: That of the templates that made what stands.
    """

    new_endpoints: tuple[Endpoint, ...]
    gone_endpoints: tuple[Endpoint, ...]
    changed_endpoints: tuple[EndpointChange, ...]
    fields: tuple[FieldChange, ...]
    renames: tuple[Rename, ...]
    tables: Difference
    demands: tuple[Demand, ...]
    fillings: tuple[Filling, ...]
    breaking: tuple[str, ...]
    offer: Offer | None = None
    generation: int = GENERATION

    @property
    def fillable(self) -> tuple[str, ...]:
        """The columns in which rows can be given something: `books.isbn`."""
        filled = (f"{each.table}.{each.column.name}" for each in self.fillings)
        return tuple(dict.fromkeys((*filter(None, (it.column for it in self.demands)), *filled)))

    @property
    def access_changes(self) -> tuple[EndpointChange, ...]:
        """The endpoints that other people may call."""
        return tuple(change for change in self.changed_endpoints if change.is_of_access)


def compare(
    before: Blueprint | None,
    after: Blueprint | None,
    answers: Answers = NO_ANSWERS,
    *,
    is_undo: bool = False,
    stands: Kept | None = None,
) -> Comparison:
    """What changes from `before` to `after`; `None` is nothing.

    Args:
        before: What stands.
        after: What is asked for.
        answers: What was said of rows that stand.
        is_undo: Whether what `before` renamed gets its name back.
        stands: What stands, where it is not what is made of `before` today.
    """
    was = {str(endpoint): endpoint for endpoint in (endpoints(before) if before else ())}
    now = {str(endpoint): endpoint for endpoint in (endpoints(after) if after else ())}
    find = renames_back if is_undo else renames
    other_names = find(before, after) if before and after else ()
    shall = with_fills(tables(after), answers) if after else ()
    stands = stands or Kept(tables(before) if before else ())
    stood = _stood(stands.tables, other_names, shall)
    asked = difference(meanwhile(stood, shall), shall).altered
    return Comparison(
        new_endpoints=tuple(endpoint for key, endpoint in now.items() if key not in was),
        gone_endpoints=tuple(endpoint for key, endpoint in was.items() if key not in now),
        changed_endpoints=tuple(
            EndpointChange(was[key], endpoint)
            for key, endpoint in now.items()
            if key in was and _facts(was[key]) != _facts(endpoint)
        ),
        fields=tuple(_fields(before, after)),
        renames=other_names,
        tables=difference(stood, shall),
        demands=demands(asked, stood),
        fillings=fillings(asked, stood),
        breaking=(*lost_since(stands.generation, before), *breaking(before, after))
        if before and after
        else (),
        offer=offer(before, after) if before and after else None,
        generation=stands.generation,
    )


def _stood(
    before: tuple[Table, ...], found: tuple[Rename, ...], after: tuple[Table, ...]
) -> tuple[Table, ...]:
    """The tables of before under all their next names."""
    return with_part_names(renamed(before, found), part_names(before, found, after))


def _fields(before: Blueprint | None, after: Blueprint | None) -> Iterator[FieldChange]:
    """The changes of fields that stay or come; one that goes is no longer anybody's."""
    was = {each.name: each for each in (field_access(before) if before else ())}
    now = {each.name: each for each in (field_access(after) if after else ())}
    resources = after.resources if after else ()
    there = {f"{one.name}.{field.column}" for one in resources for field in one.fields}
    for name in dict.fromkeys((*now, *was)):
        if name in there and was.get(name) != now.get(name):
            yield FieldChange(name, was.get(name), now.get(name))


def _facts(endpoint: Endpoint) -> tuple[object, ...]:
    return endpoint.access, endpoint.answer, endpoint.terms
