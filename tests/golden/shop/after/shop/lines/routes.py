"""The endpoints of lines."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from shop.lines.includes import LinesWithIncludes, LineWithIncludes
from shop.lines.policy import POLICY
from shop.lines.schemas import LineCreate, LineInclude, LineQuery, LineRead, LineUpdate
from shop.lines.service import Lines

router = APIRouter(tags=["lines"])


@router.get("/orders/{order_id}/lines", dependencies=[allow(POLICY.list)])
async def list_lines(
    order_id: UUID, query: Annotated[LineQuery, Query()], lines: LinesWithIncludes, links: PageLinks
) -> Page[LineWithIncludes]:
    """List lines."""
    await lines.within(order_id=order_id)
    return links.add(await lines.page(query, query.include))


@router.post(
    "/orders/{order_id}/lines",
    status_code=201,
    dependencies=[allow(POLICY.create)],
    responses=answers(Conflict),
)
async def create_line(order_id: UUID, body: LineCreate, lines: Lines) -> LineRead:
    """Add a line."""
    await lines.within(order_id=order_id)
    return await lines.create(body)


@router.get("/lines/{line_id}", dependencies=[allow(POLICY.read)])
async def read_line(
    line_id: UUID, lines: LinesWithIncludes, include: Annotated[Sequence[LineInclude], Query()] = ()
) -> LineWithIncludes:
    """Read one line."""
    return await lines.read(line_id, include)


@router.patch("/lines/{line_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_line(line_id: UUID, body: LineUpdate, lines: Lines) -> LineRead:
    """Change a line; what the body leaves out stays."""
    return await lines.update(line_id, body)


@router.delete("/lines/{line_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_line(line_id: UUID, lines: Lines) -> None:
    """Delete a line."""
    await lines.delete(line_id)
