"""The rules of orders."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession, now
from keel.problems import Conflict

from shop.lines.repository import LineRepository
from shop.orders.models import Order, OrderStatus
from shop.orders.repository import OrderRepository
from shop.orders.schemas import OrderCreate, OrderRead, OrderRefund, OrderUpdate
from shop.products.models import Product
from shop.products.repository import ProductRepository


class OrderService(Service[Order, OrderCreate, OrderUpdate, OrderRead]):
    """What can happen to an order; override a method to add a rule."""

    @property
    def lines(self) -> LineRepository:
        """The lines that the caller may reach."""
        return LineRepository(self.repository.session, self.repository.scope.caller)

    @property
    def products(self) -> ProductRepository:
        """The products that the caller may reach."""
        return ProductRepository(self.repository.session, self.repository.scope.caller)

    async def place(self, order_id: UUID) -> OrderRead:
        """Order what is in the cart, and take it from the shelf."""
        order = await self.row_for("place", order_id, needs=("address",), status=OrderStatus.CART)
        for line in await self.lines.of_order(order_id):
            if not await self.products.take(line.product_id, line.quantity):
                raise Conflict(f"Fewer than {line.quantity} of {line.product_id} are left.")
            product = await self.repository.session.get_one(Product, line.product_id)
            line.price = product.price  # a cart may have waited for long
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
        if body.restock:
            for line in await self.lines.of_order(order_id):
                await self.products.put_back(line.product_id, line.quantity)
        return await self.save(order)


async def get_orders(session: Session, caller: CurrentCaller) -> OrderService:
    """The service of orders for this request and its caller."""
    return OrderService(OrderRepository(session, caller))


Orders = Annotated[OrderService, Depends(get_orders)]


async def get_orders_to_export(session: SnapshotSession, caller: CurrentCaller) -> OrderService:
    """The service of orders as they are at one moment, until the answer is sent."""
    return await get_orders(session, caller)


OrdersToExport = Annotated[OrderService, Depends(get_orders_to_export)]
