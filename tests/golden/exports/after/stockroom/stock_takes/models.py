"""The table of stock takes."""

from datetime import date

from keel.data import Model, Owned
from sqlalchemy import Index


class StockTake(Owned, Model, table=True):
    """That somebody counted."""

    __tablename__ = "stock_takes"
    __table_args__ = (Index(None, "day", "id"),)

    day: date | None = None
