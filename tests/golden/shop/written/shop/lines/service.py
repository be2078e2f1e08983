"""The rules of lines."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from keel.problems import Conflict

from shop.lines.models import Line
from shop.lines.repository import LineRepository
from shop.lines.schemas import LineCreate, LineRead, LineUpdate
from shop.orders.models import OrderStatus
from shop.orders.repository import OrderRepository
from shop.products.models import Product
from shop.products.repository import ProductRepository


class LineService(Service[Line, LineCreate, LineUpdate, LineRead]):
    """What can happen to a line, as long as its order is a cart."""

    async def create(self, body: LineCreate) -> LineRead:
        """A new line, at the price of today."""
        await self._refuse_unless_cart(self.given["order_id"])
        line = await self.repository.get((await super().create(body)).id)
        line.price = (await self.repository.session.get_one(Product, line.product_id)).price
        return await self.save(line)

    async def update(self, row_id: UUID, body: LineUpdate) -> LineRead:
        """Change what the body says."""
        await self._refuse_unless_cart((await self.repository.get(row_id)).order_id)
        return await super().update(row_id, body)

    async def delete(self, row_id: UUID) -> None:
        """Take a line out of its cart."""
        await self._refuse_unless_cart((await self.repository.get(row_id)).order_id)
        await super().delete(row_id)

    async def _refuse_unless_cart(self, order_id: UUID) -> None:
        order = await self.references["order_id"].get(order_id, lock=True)
        if order.status != OrderStatus.CART:
            raise Conflict("The order is placed, and its lines stay as they are.")


async def get_lines(session: Session, caller: CurrentCaller) -> LineService:
    """The service of lines for this request and its caller."""
    return LineService(
        LineRepository(session, caller),
        order_id=OrderRepository(session, caller),
        product_id=ProductRepository(session, caller),
    )


Lines = Annotated[LineService, Depends(get_lines)]
