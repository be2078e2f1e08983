"""The table of doctors."""

from decimal import Decimal

from keel.data import Compared, Model, Searched
from sqlmodel import Field


class Doctor(Model, table=True):
    """Somebody to see."""

    __tablename__ = "doctors"
    __table_args__ = (Compared("dearest", ">=", "cheapest"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    cheapest: Decimal = Field(max_digits=8, decimal_places=2)
    dearest: Decimal = Field(max_digits=8, decimal_places=2)
