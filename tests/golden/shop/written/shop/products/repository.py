"""Products in the database."""

from functools import cached_property
from uuid import UUID

from keel.data import Computed, Repository
from sqlmodel import col, update

from shop.products.models import Product
from shop.products.policy import POLICY


class ProductRepository(Repository[Product]):
    """Products that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each product, of rows that the caller may list."""
        own = self.own
        return {
            "available": own.stock > 0,
        }

    async def take(self, product_id: UUID, quantity: int) -> bool:
        """Take so many from the shelf, if there are; of two at once, the second waits."""
        stock = col(Product.stock)
        statement = update(Product).where(col(Product.id) == product_id, stock >= quantity)
        taken = await self.session.exec(statement.values(stock=stock - quantity))
        return taken.rowcount == 1

    async def put_back(self, product_id: UUID, quantity: int) -> None:
        """Put so many on the shelf again."""
        stock = col(Product.stock)
        statement = update(Product).where(col(Product.id) == product_id)
        await self.session.exec(statement.values(stock=stock + quantity))
