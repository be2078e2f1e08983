"""The table of plans."""

from keel.data import Model
from sqlalchemy import Index
from sqlmodel import Field


class Plan(Model, table=True):
    """What a company can buy."""

    __tablename__ = "plans"
    __table_args__ = (Index(None, "seats", "id"),)
    tenant_field = None  # the same rows for all

    name: str = Field(max_length=40, unique=True)
    seats: int
