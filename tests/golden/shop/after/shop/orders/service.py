"""The rules of orders."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession, now
from keel.problems import Unwritten

from shop.orders.models import Order, OrderStatus
from shop.orders.repository import OrderRepository
from shop.orders.schemas import OrderCreate, OrderRead, OrderRefund, OrderUpdate


class OrderService(Service[Order, OrderCreate, OrderUpdate, OrderRead]):
    """What can happen to an order; override a method to add a rule."""

    async def place(self, order_id: UUID) -> OrderRead:
        """Order what is in the cart."""
        order = await self.row_for("place", order_id, needs=("address",), status=OrderStatus.CART)
        order.status = OrderStatus.PLACED
        order.placed_at = now()
        return await self.save(order)

    async def pay(self, order_id: UUID) -> OrderRead:
        """Pay an order."""
        order = await self.row_for("pay", order_id, status=OrderStatus.PLACED)
        order.status = OrderStatus.PAID
        return await self.save(order)

    async def ship(self, order_id: UUID) -> OrderRead:
        """Ship an order."""
        order = await self.row_for("ship", order_id, status=OrderStatus.PAID)
        order.status = OrderStatus.SHIPPED
        return await self.save(order)

    async def refund(self, order_id: UUID, body: OrderRefund) -> OrderRead:
        """Give the money back, and put on the shelf again what came back."""
        order = await self.row_for(
            "refund", order_id, status=(OrderStatus.PAID, OrderStatus.SHIPPED)
        )
        order.status = OrderStatus.REFUNDED
        order.refund_reason = body.refund_reason
        raise Unwritten  # to be written: what becomes of `body.restock`


async def get_orders(session: Session, caller: CurrentCaller) -> OrderService:
    """The service of orders for this request and its caller."""
    return OrderService(OrderRepository(session, caller))


Orders = Annotated[OrderService, Depends(get_orders)]


async def get_orders_to_export(session: SnapshotSession, caller: CurrentCaller) -> OrderService:
    """The service of orders as they are at one moment, until the answer is sent."""
    return await get_orders(session, caller)


OrdersToExport = Annotated[OrderService, Depends(get_orders_to_export)]
