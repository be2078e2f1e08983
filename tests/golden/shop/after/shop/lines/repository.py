"""Lines in the database."""

from functools import cached_property

from keel.data import Computed, Repository

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
