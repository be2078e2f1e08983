"""Products in the database."""

from functools import cached_property

from keel.data import Computed, Repository

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
