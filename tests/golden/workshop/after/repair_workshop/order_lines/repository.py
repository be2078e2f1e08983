"""Order lines in the database."""

from keel.data import Repository

from repair_workshop.order_lines.models import OrderLine
from repair_workshop.order_lines.policy import POLICY


class OrderLineRepository(Repository[OrderLine]):
    """Order lines that the caller may reach."""

    policy = POLICY
