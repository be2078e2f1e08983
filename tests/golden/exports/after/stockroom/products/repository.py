"""Products in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from stockroom.movements.repository import MovementRepository
from stockroom.products.models import Product, ProductTag
from stockroom.products.policy import POLICY


class ProductRepository(Repository[Product]):
    """Products that the caller may reach."""

    policy = POLICY
    links = (ProductTag,)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each product, of rows that the caller may list."""
        own = self.own
        movements = self.referring(MovementRepository, by="product_id")
        return {
            "worth": own.price * own.stock,
            "movement_count": movements.count(),
        }
