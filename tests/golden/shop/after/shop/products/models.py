"""The table of products."""

from decimal import Decimal

from keel.data import FileColumn, Model, Searched, StoredFile
from sqlalchemy import Index, Text
from sqlmodel import Field


class Product(Model, table=True):
    """Something on the shelf."""

    __tablename__ = "products"
    __table_args__ = (Index(None, "name", "id"), Index(None, "price", "id"))
    searched = Searched(name=4, description=1)

    name: str = Field(max_length=200)
    description: str | None = Field(default=None, sa_type=Text)
    sku: str = Field(max_length=40, unique=True)
    price: Decimal = Field(max_digits=10, decimal_places=2)
    cost: Decimal | None = Field(default=None, max_digits=10, decimal_places=2)
    photo: StoredFile | None = Field(default=None, sa_type=FileColumn)
    stock: int = 0
