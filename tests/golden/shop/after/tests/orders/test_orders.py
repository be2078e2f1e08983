"""Orders do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from shop.orders.repository import OrderRepository
from shop.orders.routes import router


class TestOrders(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = OrderRepository
    actions = (
        Action(
            "place", moves={"status": "cart -> placed"}, sets={"placed_at": ...}, needs=("address",)
        ),
        Action("pay", moves={"status": "placed -> paid"}),
        Action("ship", moves={"status": "paid -> shipped"}),
        Action("refund", moves={"status": "paid | shipped -> refunded"}),
    )
