"""Pages and rows of a service, by statements that are compiled once.

Each function here answers `None` where the ordinary way must be taken.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from keel.access import Scope
from keel.data.compiled.plan import Columns, Inexpressible, Plan
from keel.data.compiled.reads import OnePage, OneRow, OneSlice, SomeRows
from keel.data.compiled.shapes import Shape, filters_of, kind_of, values_of
from keel.data.compiled.statement import given
from keel.data.compiled.untouched import is_untouched
from keel.data.queries.cursor import read_cursor, slice_of
from keel.data.queries.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.problems import NotFound

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from pydantic import BaseModel
    from sqlalchemy import Dialect

    from keel.access import Policy
    from keel.data.compiled.reads import Read
    from keel.data.repository import Repository
    from keel.data.service import Service

    AnyService = Service[Any, Any, Any, Any]

MOST_PLANS = 1_000
"""Plans that are kept, of all services; what is asked least goes first."""

MOST_IDS = 128
"""Ids that one statement looks for."""


class _Found(NamedTuple):
    """A row, and the id by which a cursor finds it again."""

    id: UUID
    row: Sequence[Any]


class _Asked(NamedTuple):
    """All that a plan depends on."""

    output: type[BaseModel]
    repository: type[Repository[Any]]
    policy: Policy
    dialect: Dialect
    read: Read
    query: type[BaseModel] | None
    shape: Shape


async def page(service: AnyService, query: PageQuery) -> Page[Any] | None:
    """A page and its total. One statement."""
    values = {"limit": query.limit, "offset": query.offset}
    plan = _plan(service, OnePage(), query, values)
    if plan is None:
        return None
    rows = await plan.rows(service.repository.session, values)
    if not rows and query.offset:
        return None  # no row tells how many there are
    pages: Any = Page
    found: Page[Any] = pages[plan.columns.output].model_construct(
        items=plan.answered(rows),
        total=rows[0][-1] if rows else 0,
        limit=query.limit,
        offset=query.offset,
    )
    return found


async def cursor_page(service: AnyService, query: CursorQuery) -> CursorPage[Any] | None:
    """The rows beside a cursor. One statement.

    Raises:
        Invalid: The cursor is broken, or belongs to a list of another sort or filter.
    """
    if getattr(query, "q", None):
        return None
    order = service.repository.order(query)
    cursor = read_cursor(query, order)
    values: dict[str, Any] = {"limit": query.limit + 1}
    read = OneSlice()
    if cursor:
        read = OneSlice(has_cursor=True, is_backward=cursor.backward, is_null=cursor.value is None)
        values |= {"value": cursor.value, "id": cursor.row_id}
    plan = _plan(service, read, query, values)
    if plan is None:
        return None
    rows = await plan.rows(service.repository.session, values)
    found = [(_Found(row[-2], row), row[-1]) for row in rows]
    part = slice_of(found, query, order, cursor)
    pages: Any = CursorPage
    answer: CursorPage[Any] = pages[plan.columns.output].model_construct(
        items=plan.answered([each.row for each in part.rows]),
        limit=query.limit,
        next=part.next,
        previous=part.previous,
    )
    return answer


async def row(service: AnyService, row_id: UUID) -> Any:
    """One row. One statement.

    Raises:
        NotFound: There is none, or none that the caller may see.
    """
    values = {"id": row_id}
    plan = _plan(service, OneRow(), None, values)
    if plan is None:
        return None
    rows = await plan.rows(service.repository.session, values)
    if not rows:
        raise NotFound
    return plan.answered(rows)[0]


async def rows(service: AnyService, ids: Collection[UUID]) -> Mapping[UUID, Any] | None:
    """Those of some rows that the caller may read, by their ids. One statement."""
    if not ids or len(ids) > MOST_IDS:
        return None
    values = dict(enumerate(ids))
    # The last one stands again, so that a few lengths are enough for all.
    places = 1 << (len(ids) - 1).bit_length()
    last = values[len(ids) - 1]
    named = {f"id_{place}": values.get(place, last) for place in range(places)}
    plan = _plan(service, SomeRows(places), None, named)
    if plan is None or "id" not in plan.columns.names:
        return None
    found = await plan.rows(service.repository.session, named)
    return {each.id: each for each in plan.answered(found)}


def _plan(
    service: AnyService, read: Read, query: BaseModel | None, values: dict[str, Any]
) -> Plan | None:
    """The plan of a read, and what it needs among the values."""
    repository = service.repository
    session: Any = repository.session
    kinds: tuple[Any, Any] = type(service), type(repository)
    if service.links or not is_untouched(*kinds):
        return None
    if session.new or session.dirty or session.deleted:
        return None  # what is not written yet is not found
    filters = filters_of(query, values) if query else ()
    if filters is None or getattr(query, "q", None):
        return None
    caller = repository.scope.caller
    values |= values_of(caller) | service.given
    shape = Shape(kind_of(caller), getattr(query, "sort", None), filters, tuple(service.given))
    kind = type(query) if query else None
    policy = repository.scope.policy
    asked = _Asked(service.output, kinds[1], policy, session.bind.dialect, read, kind, shape)
    return _made(asked)


@lru_cache(MOST_PLANS)
def _made(asked: _Asked) -> Plan | None:
    session: Any = None  # nothing is asked of a database here
    shape = asked.shape
    found = asked.repository(session, shape.caller())
    found.scope = Scope(shape.caller(), asked.policy)  # which a service may have changed
    try:
        query = shape.query(asked.query) if asked.query else None
        columns = Columns(asked.output, found)
        kept = [getattr(found.model, name) == given(name) for name in shape.given]
        select = asked.read.select(found, query, kept, columns.selected)
        return Plan.of(select, columns, asked.dialect)
    except (Inexpressible, AttributeError, TypeError):  # a stand-in was taken for a value
        return None
