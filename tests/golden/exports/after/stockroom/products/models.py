"""The table of products."""

from decimal import Decimal
from uuid import UUID

from keel.data import Json, JsonColumn, Model, Pair, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Product(Model, table=True):
    """What is sold."""

    __tablename__ = "products"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    price: Decimal = Field(max_digits=10, decimal_places=2, index=True)
    stock: int = 0
    extra: Json | None = Field(default=None, sa_type=JsonColumn)


class ProductTag(Pair, table=True):
    """The `tags` of products."""

    __tablename__ = "product_tags"

    product_id: UUID = Field(foreign_key="products.id", ondelete="CASCADE", primary_key=True)
    tag_id: UUID = Field(foreign_key="tags.id", ondelete="CASCADE", primary_key=True, index=True)
