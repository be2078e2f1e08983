"""Orders with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from shop.lines.schemas import LineRead
from shop.lines.service import Lines
from shop.orders.schemas import OrderRead
from shop.orders.service import Orders


class OrderWithIncludes(OrderRead):
    """An order, with what `include` asks for."""

    lines: list[LineRead] | MISSING = MISSING


async def get_orders_with_includes(
    orders: Orders,
    lines: Lines,
) -> Including[OrderWithIncludes]:
    """Orders for this request and its caller, with what it asks for."""
    return Including(
        orders,
        OrderWithIncludes,
        lines=Many(lines, "order_id"),
    )


OrdersWithIncludes = Annotated[Including[OrderWithIncludes], Depends(get_orders_with_includes)]
