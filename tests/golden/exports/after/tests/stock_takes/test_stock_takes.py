"""Stock takes do what their policy and their schemas say."""

from keel.testing import ResourceTests

from stockroom.stock_takes.repository import StockTakeRepository
from stockroom.stock_takes.routes import router


class TestStockTakes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = StockTakeRepository
