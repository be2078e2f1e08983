"""The reads there are: what each selects, with stand-ins where values will be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Integer, Select, func, select, true, type_coerce
from sqlmodel import col

from keel.data.compiled.plan import Inexpressible
from keel.data.compiled.statement import given
from keel.data.queries.sorting import placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from keel.data.repository import Repository

    Columns = Sequence[ColumnElement[Any]]
    Conditions = Sequence[ColumnElement[bool]]


class Read(Protocol):
    """A kind of read."""

    def select(
        self, rows: Repository[Any], query: Any, kept: Conditions, columns: Columns
    ) -> Select[Any]:
        """The statement for rows that are kept to some, with columns of its own behind.

        Raises:
            Inexpressible: It takes more than one statement.
        """
        ...


@dataclass(frozen=True)
class OnePage:
    """The rows of a page, each with how many there are in all."""

    def select(
        self, rows: Repository[Any], query: Any, kept: Conditions, columns: Columns
    ) -> Select[Any]:
        """The statement; its values are `limit` and `offset`."""
        chosen = rows.chosen(query, kept)
        # Worked out once, beside the rows, so that both are of one moment.
        total = select(func.count()).select_from(rows.model).where(*chosen).correlate(None)
        found = select(*columns, total.scalar_subquery()).where(*chosen)
        ordered = found.order_by(*rows.order(query).clauses())
        return ordered.limit(_number("limit")).offset(_number("offset"))


@dataclass(frozen=True)
class OneSlice:
    """The rows beside a cursor, each with its id and what it is sorted by.

    Attributes:
        has_cursor: Whether there is one, rather than the start of the list.
        is_backward: Whether the slice ends at it.
        is_null: Whether the row there has nothing in the column that is sorted by.
    """

    has_cursor: bool = False
    is_backward: bool = False
    is_null: bool = False

    def select(
        self, rows: Repository[Any], query: Any, kept: Conditions, columns: Columns
    ) -> Select[Any]:
        """The statement; its values are `limit`, and `value` and `id` of the cursor."""
        order = rows.order(query)
        way = order.reverse() if self.is_backward else order
        value: Any = None if self.is_null else given("value")
        place: Any = given("id")
        stretches = way.beyond(value, place) if self.has_cursor else [true()]
        if len(stretches) > 1:
            raise Inexpressible
        found = select(*columns, col(rows.model.id), order.column)
        chosen = found.where(*rows.chosen(query, kept), *stretches)
        return chosen.order_by(*way.clauses()).limit(_number("limit"))


@dataclass(frozen=True)
class OneRow:
    """A row that the caller may read."""

    def select(
        self, rows: Repository[Any], query: Any, kept: Conditions, columns: Columns
    ) -> Select[Any]:
        """The statement; its value is the `id`."""
        del query, kept
        return select(*columns).where(rows.condition(), col(rows.model.id) == given("id"))


@dataclass(frozen=True)
class SomeRows:
    """Rows that the caller may read, by their ids.

    Attributes:
        places: How many ids there are.
    """

    places: int

    def select(
        self, rows: Repository[Any], query: Any, kept: Conditions, columns: Columns
    ) -> Select[Any]:
        """The statement; its values are `id_0`, `id_1` and so on."""
        del query, kept
        id_: Any = col(rows.model.id)
        ids = [placed(given(f"id_{place}"), id_) for place in range(self.places)]
        return select(*columns).where(rows.condition(), id_.in_(ids))


def _number(name: str) -> ColumnElement[int]:
    return type_coerce(given(name), Integer())
