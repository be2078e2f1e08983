"""The endpoints of writers."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from lending_library.writers.includes import WritersWithIncludes, WriterWithIncludes
from lending_library.writers.policy import POLICY
from lending_library.writers.schemas import (
    WriterCreate,
    WriterInclude,
    WriterQuery,
    WriterRead,
    WriterUpdate,
)
from lending_library.writers.service import Writers

router = APIRouter(prefix="/writers", tags=["writers"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_writers(
    query: Annotated[WriterQuery, Query()], writers: WritersWithIncludes, links: PageLinks
) -> Page[WriterWithIncludes]:
    """List writers."""
    return links.add(await writers.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_writer(body: WriterCreate, writers: Writers) -> WriterRead:
    """Add a writer."""
    return await writers.create(body)


@router.get("/{writer_id}", dependencies=[allow(POLICY.read)])
async def read_writer(
    writer_id: UUID,
    writers: WritersWithIncludes,
    include: Annotated[Sequence[WriterInclude], Query()] = (),
) -> WriterWithIncludes:
    """Read one writer."""
    return await writers.read(writer_id, include)


@router.patch("/{writer_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_writer(writer_id: UUID, body: WriterUpdate, writers: Writers) -> WriterRead:
    """Change a writer; what the body leaves out stays."""
    return await writers.update(writer_id, body)


@router.delete(
    "/{writer_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_writer(writer_id: UUID, writers: Writers) -> None:
    """Delete a writer."""
    await writers.delete(writer_id)
