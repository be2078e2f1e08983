"""Order lines do what their policy and their schemas say."""

from keel.testing import ResourceTests

from repair_workshop.order_lines.repository import OrderLineRepository
from repair_workshop.order_lines.routes import router


class TestOrderLines(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = OrderLineRepository
