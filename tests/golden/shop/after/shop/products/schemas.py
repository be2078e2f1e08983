"""What callers send and receive about products."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import FileKind, FileLink, Input, Output, PageQuery
from keel.data.bulk import Identified
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=200, examples=["Enamel mug"])]
Description = Annotated[str, Field(max_length=10_000)]
Sku = Annotated[str, Field(min_length=1, max_length=40)]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Cost = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Stock = Annotated[int, Field(ge=0, le=1_000_000)]
PHOTO_FILE = FileKind("image/png", "image/jpeg", max_bytes=5_000_000)
Words = Annotated[str, Field(max_length=200, description="Words to find in name and description.")]


class ProductCreate(Input):
    """A product to add."""

    name: Name
    description: Description | None = None
    sku: Sku
    price: Price
    cost: Cost | None = None
    stock: Stock = 0


class ProductUpdate(Input):
    """What to change of a product; what is absent stays."""

    name: Name | MISSING = MISSING
    description: Description | MISSING | None = MISSING
    sku: Sku | MISSING = MISSING
    price: Price | MISSING = MISSING
    cost: Cost | MISSING | None = MISSING
    stock: Stock | MISSING = MISSING


class ProductBulkUpdate(ProductUpdate, Identified):
    """What to change of one product among several; what is absent stays."""


class ProductRead(Output):
    """A product as callers see it."""

    id: UUID
    name: Annotated[str, Field(examples=["Enamel mug"])]
    description: str | None
    sku: str
    price: Decimal
    cost: Decimal | MISSING | None = MISSING
    photo: FileLink | None
    stock: int
    available: Annotated[bool, Field(description="`stock > 0`.")]
    created_at: datetime
    updated_at: datetime


class ProductQuery(PageQuery):
    """Which products to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "price", "-price", "relevance"] = (
        "relevance"
    )
    q: Words | None = None
    price: Price | None = None
    price__gte: Price | None = None
    price__lte: Price | None = None
