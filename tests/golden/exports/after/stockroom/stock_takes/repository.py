"""Stock takes in the database."""

from keel.data import Repository

from stockroom.stock_takes.models import StockTake
from stockroom.stock_takes.policy import POLICY


class StockTakeRepository(Repository[StockTake]):
    """Stock takes that the caller may reach."""

    policy = POLICY
