"""The table of shifts."""

from datetime import date

from keel.data import Compared, Model, NoOverlap


class Shift(Model, table=True):
    """When somebody works; one at a time."""

    __tablename__ = "shifts"
    __table_args__ = (Compared("last_day", ">", "first_day"), Compared("taken", "<=", "seats"))
    rules = (NoOverlap("first_day", "last_day"),)

    first_day: date
    last_day: date
    seats: int
    taken: int = 0
