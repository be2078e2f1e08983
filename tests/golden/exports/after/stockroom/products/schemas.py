"""What callers send and receive about products."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Ids, Input, Json, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2)]
Stock = Annotated[int, Field(ge=0, le=MAX_INT)]
TagIds = Annotated[Ids, Field(max_length=100)]
ProductInclude = Literal["tags"]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class ProductCreate(Input):
    """A product to add."""

    name: Name
    price: Price
    stock: Stock = 0
    extra: Json | None = None
    tag_ids: TagIds = Field(default=[])


class ProductUpdate(Input):
    """What to change of a product; what is absent stays."""

    name: Name | MISSING = MISSING
    price: Price | MISSING = MISSING
    stock: Stock | MISSING = MISSING
    extra: Json | MISSING | None = MISSING
    tag_ids: TagIds | MISSING = MISSING


class ProductRead(Output):
    """A product as callers see it."""

    id: UUID
    name: str
    price: Decimal
    stock: int
    extra: Json | None
    worth: Annotated[Decimal, Field(description="`price * stock`.")]
    movement_count: Annotated[int, Field(description="Count of movements.")]
    tag_ids: list[UUID]
    created_at: datetime
    updated_at: datetime


class ProductSelection(Input):
    """Which products, and in what order."""

    sort: Literal[
        "created_at",
        "-created_at",
        "name",
        "-name",
        "worth",
        "-worth",
        "movement_count",
        "-movement_count",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    price: Price | None = None
    price__gte: Price | None = None
    price__lte: Price | None = None
    tag_ids: UUID | None = None
    tag_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None


class ProductQuery(ProductSelection, PageQuery):
    """Which products to list, in what order, and how many."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    include: Sequence[ProductInclude] = ()
