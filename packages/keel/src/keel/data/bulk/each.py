"""Each row of a call, done on its own and answered in its place."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col

from keel.data.bulk.schemas import (
    Bulk,
    BulkDeletion,
    BulkDeletions,
    BulkOutcome,
    BulkOutcomes,
    Identified,
)
from keel.data.database.savepoint import savepoint
from keel.data.repository import Repository
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.problems import InternalError, Invalid, Problem

T = TypeVar("T")
C = TypeVar("C", bound=Input)
R = TypeVar("R", bound=Output)
D = TypeVar("D", bound=BulkDeletion)
N = TypeVar("N", bound=Identified)


async def create_each(service: Service[Any, C, Any, R], bulk: Bulk[C]) -> BulkOutcomes[R]:
    """Make rows as `create` makes one. Two statements a row more than that takes."""

    async def create(body: C) -> BulkOutcome[R]:
        return BulkOutcome(status=201, row=await service.create(body))

    return BulkOutcomes(items=await _each(service.repository, bulk, create, BulkOutcome))


async def update_each(service: Service[Any, Any, Any, R], bulk: Bulk[N]) -> BulkOutcomes[R]:
    """Change rows as `update` changes one. Two statements a row more than that, and one in all.

    Of a row that is named twice, the second change finds what the first left.

    Args:
        service: Whose rows.
        bulk: Changes, each `Identified`.
    """

    async def update(body: N) -> BulkOutcome[R]:
        return BulkOutcome(status=200, row=await service.update(body.id, body))

    await _lock(
        service.repository, (item.id for item in bulk.items if isinstance(item, Identified))
    )
    return BulkOutcomes(items=await _each(service.repository, bulk, update, BulkOutcome))


async def delete_each(service: Service[Any, Any, Any, Any], bulk: Bulk[UUID]) -> BulkDeletions:
    """Delete rows as `delete` deletes one. Two statements a row more than that, and one in all.

    A row that is named twice is not found the second time.
    """

    async def delete(row_id: UUID) -> BulkDeletion:
        await service.delete(row_id)
        return BulkDeletion(status=204)

    await _lock(service.repository, (item for item in bulk.items if isinstance(item, UUID)))
    return BulkDeletions(items=await _each(service.repository, bulk, delete, BulkDeletion))


async def _each(
    repository: Repository[Any],
    bulk: Bulk[T],
    do: Callable[[T], Awaitable[D]],
    refused: Callable[..., D],
) -> list[D]:
    """What comes of each row; one that is refused undoes nothing of the others.

    Raises:
        Problem: The backend, and not a row, is at fault: nothing of the call is done.
    """
    found: list[D] = []
    for place, item in enumerate(bulk.items):
        try:
            if isinstance(item, Invalid):
                raise item
            async with savepoint(repository.session):
                outcome = await do(item)
        except Problem as problem:
            if problem.status >= InternalError.status:
                raise
            # RFC 9457 lets it be relative to the request, and RFC 6901 point into the body.
            told = problem.members(f"#/items/{place}")
            outcome = refused(status=problem.status, problem=told)
        found.append(outcome)
    return found


async def _lock(repository: Repository[Any], ids: Iterable[UUID]) -> None:
    """Take rows in the order of their ids: else two calls could wait for each other in a circle."""
    row_id = col(repository.model.id)
    rows = repository.ids().where(row_id.in_(list(ids))).order_by(row_id)
    await repository.session.exec(rows.with_for_update(key_share=True))
