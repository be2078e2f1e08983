"""The endpoints of orders."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Change, ExportResponse, Page, PageLinks, PageQuery, changes_of, exported
from keel.problems import Conflict, Unwritten, answers

from shop.orders.includes import OrdersWithIncludes, OrderWithIncludes
from shop.orders.policy import POLICY
from shop.orders.schemas import (
    OrderCreate,
    OrderInclude,
    OrderQuery,
    OrderRead,
    OrderRefund,
    OrderSelection,
    OrderUpdate,
)
from shop.orders.service import Orders, OrdersToExport

router = APIRouter(prefix="/orders", tags=["orders"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_orders(
    query: Annotated[OrderQuery, Query()], orders: OrdersWithIncludes, links: PageLinks
) -> Page[OrderWithIncludes]:
    """List orders."""
    return links.add(await orders.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_order(body: OrderCreate, orders: Orders) -> OrderRead:
    """Add an order."""
    return await orders.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_orders(
    file_format: Literal["csv"],
    query: Annotated[OrderSelection, Query()],
    orders: OrdersToExport,
) -> ExportResponse:
    """Export orders: a file of all that the list has."""
    return ExportResponse.of(orders, query, file_format)


@router.get("/{order_id}", dependencies=[allow(POLICY.read)])
async def read_order(
    order_id: UUID,
    orders: OrdersWithIncludes,
    include: Annotated[Sequence[OrderInclude], Query()] = (),
) -> OrderWithIncludes:
    """Read one order."""
    return await orders.read(order_id, include)


@router.patch("/{order_id}", dependencies=[allow(POLICY.update)])
async def update_order(order_id: UUID, body: OrderUpdate, orders: Orders) -> OrderRead:
    """Change an order; what the body leaves out stays."""
    return await orders.update(order_id, body)


@router.get("/{order_id}/history", dependencies=[allow(POLICY.history)])
async def list_order_history(
    order_id: UUID, query: Annotated[PageQuery, Query()], orders: Orders, links: PageLinks
) -> Page[Change]:
    """List what changed in an order, newest first."""
    return links.add(await changes_of(orders, order_id, query))


@router.post(
    "/{order_id}/place", dependencies=[allow(POLICY.action("place"))], responses=answers(Conflict)
)
async def place_order(order_id: UUID, orders: Orders) -> OrderRead:
    """Order what is in the cart."""
    return await orders.place(order_id)


@router.post(
    "/{order_id}/pay", dependencies=[allow(POLICY.action("pay"))], responses=answers(Conflict)
)
async def pay_order(order_id: UUID, orders: Orders) -> OrderRead:
    """Pay an order."""
    return await orders.pay(order_id)


@router.post(
    "/{order_id}/ship", dependencies=[allow(POLICY.action("ship"))], responses=answers(Conflict)
)
async def ship_order(order_id: UUID, orders: Orders) -> OrderRead:
    """Ship an order."""
    return await orders.ship(order_id)


@router.post(
    "/{order_id}/refund",
    dependencies=[allow(POLICY.action("refund"))],
    responses=answers(Conflict, Unwritten),
)
async def refund_order(order_id: UUID, body: OrderRefund, orders: Orders) -> OrderRead:
    """Give the money back, and put on the shelf again what came back."""
    return await orders.refund(order_id, body)
