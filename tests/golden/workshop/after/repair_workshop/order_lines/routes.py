"""The endpoints of order lines."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from repair_workshop.order_lines.policy import POLICY
from repair_workshop.order_lines.schemas import (
    OrderLineCreate,
    OrderLineQuery,
    OrderLineRead,
    OrderLineUpdate,
)
from repair_workshop.order_lines.service import OrderLines

router = APIRouter(prefix="/order-lines", tags=["order_lines"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_order_lines(
    query: Annotated[OrderLineQuery, Query()], order_lines: OrderLines, links: PageLinks
) -> CursorPage[OrderLineRead]:
    """List order lines."""
    return links.add(await order_lines.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_order_line(body: OrderLineCreate, order_lines: OrderLines) -> OrderLineRead:
    """Add an order line."""
    return await order_lines.create(body)


@router.get("/{order_line_id}", dependencies=[allow(POLICY.read)])
async def read_order_line(order_line_id: UUID, order_lines: OrderLines) -> OrderLineRead:
    """Read one order line."""
    return await order_lines.read(order_line_id)


@router.patch("/{order_line_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_order_line(
    order_line_id: UUID, body: OrderLineUpdate, order_lines: OrderLines
) -> OrderLineRead:
    """Change an order line; what the body leaves out stays."""
    return await order_lines.update(order_line_id, body)


@router.delete("/{order_line_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_order_line(order_line_id: UUID, order_lines: OrderLines) -> None:
    """Delete an order line."""
    await order_lines.delete(order_line_id)
