"""Pages of a list."""

from typing import Annotated, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, Field

from keel.data.schemas import Input
from keel.data.types.scalars import MAX_INT

T = TypeVar("T")

Limit: TypeAlias = Annotated[int, Field(ge=1, le=100, description="Items on a page.")]


class PageQuery(Input):
    """Which page of a list; a subclass adds `sort`, `q` and filters."""

    limit: Limit = 20
    offset: Annotated[int, Field(ge=0, le=MAX_INT, description="Items to skip.")] = 0


class CursorQuery(Input):
    """Which page of a list; a subclass adds `sort`, `q` and filters."""

    limit: Limit = 20
    cursor: (
        Annotated[str, Field(max_length=16_384, description="`next` or `previous` of a page.")]
        | None
    ) = None


class Page(BaseModel, Generic[T]):
    """Items of a list from `offset` on, and how many there are in all."""

    items: list[T]
    total: int
    limit: int
    offset: int


class CursorPage(BaseModel, Generic[T]):
    """Items of a list, and the cursors of the pages around them."""

    items: list[T]
    limit: int
    next: str | None
    previous: str | None
