"""The table of products."""

from decimal import Decimal

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Product(Model, table=True):
    """Something on the shelf."""

    __tablename__ = "products"
    __table_args__ = (Index(None, "name", "id"), Index(None, "price", "id"))
    searched = Searched(name=1)

    name: str = Field(max_length=200)
    sku: str = Field(max_length=40, unique=True)
    price: Decimal = Field(max_digits=10, decimal_places=2)
    stock: int = 0
