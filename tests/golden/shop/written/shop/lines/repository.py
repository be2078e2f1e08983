"""Lines in the database."""

from collections.abc import Sequence
from functools import cached_property
from uuid import UUID

from keel.data import Computed, Repository
from sqlmodel import col

from shop.lines.models import Line
from shop.lines.policy import POLICY


class LineRepository(Repository[Line]):
    """Lines that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each line, of rows that the caller may list."""
        own = self.own
        return {
            "amount": own.price * own.quantity,
        }

    async def of_order(self, order_id: UUID) -> Sequence[Line]:
        """The lines of an order, by product: who locks products does so in this order."""
        lines = self.reachable().where(col(Line.order_id) == order_id)
        return (await self.session.exec(lines.order_by(col(Line.product_id)))).all()
