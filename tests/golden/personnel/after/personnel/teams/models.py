"""The table of teams."""

from decimal import Decimal

from keel.data import Model, Owned
from sqlmodel import Field


class Team(Owned, Model, table=True):
    """Who works together."""

    __tablename__ = "teams"

    name: str = Field(max_length=80)
    budget: Decimal | None = Field(default=None, max_digits=12, decimal_places=2)
