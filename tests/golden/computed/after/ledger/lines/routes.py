"""The endpoints of lines."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks

from ledger.lines.policy import POLICY
from ledger.lines.schemas import LineCreate, LineQuery, LineRead, LineUpdate
from ledger.lines.service import Lines

router = APIRouter(prefix="/lines", tags=["lines"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_lines(
    query: Annotated[LineQuery, Query()], lines: Lines, links: PageLinks
) -> CursorPage[LineRead]:
    """List lines."""
    return links.add(await lines.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_line(body: LineCreate, lines: Lines) -> LineRead:
    """Add a line."""
    return await lines.create(body)


@router.get("/{line_id}", dependencies=[allow(POLICY.read)])
async def read_line(line_id: UUID, lines: Lines) -> LineRead:
    """Read one line."""
    return await lines.read(line_id)


@router.patch("/{line_id}", dependencies=[allow(POLICY.update)])
async def update_line(line_id: UUID, body: LineUpdate, lines: Lines) -> LineRead:
    """Change a line; what the body leaves out stays."""
    return await lines.update(line_id, body)


@router.delete("/{line_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_line(line_id: UUID, lines: Lines) -> None:
    """Delete a line."""
    await lines.delete(line_id)
