"""Orders in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from shop.lines.repository import LineRepository
from shop.orders.models import Order, OrderHistory
from shop.orders.policy import POLICY


class OrderRepository(Repository[Order]):
    """Orders that the caller may reach."""

    policy = POLICY
    history = OrderHistory

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each order, of rows that the caller may list."""
        lines = self.referring(LineRepository, by="order_id")
        return {
            "total": lines.sum("amount"),
        }
