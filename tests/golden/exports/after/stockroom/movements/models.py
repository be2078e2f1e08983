"""The table of movements."""

from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Text
from sqlmodel import Field


class Movement(Owned, Model, table=True):
    """What came or went."""

    __tablename__ = "movements"

    product_id: UUID = Field(foreign_key="products.id", ondelete="CASCADE", index=True)
    amount: int = Field(index=True)
    remark: str | None = Field(default=None, sa_type=Text)
