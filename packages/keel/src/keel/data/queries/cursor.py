"""Cursors: places in a list that stay right while rows come and go."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from hashlib import blake2s
from typing import Annotated, Any, Generic, Protocol, TypeVar
from uuid import UUID

from pydantic import AfterValidator, Field, TypeAdapter
from pydantic_core import PydanticCustomError

from keel.data.queries.pages import CursorQuery
from keel.data.queries.sorting import Order
from keel.data.types.scalars import to_utc
from keel.data.types.storable import refuse_unstorable
from keel.problems import FieldError, Invalid

_LARGEST = 2**63 - 1  # of the whole numbers that both databases know
_Decimal = Annotated[Decimal, Field(max_digits=1_000)]  # Postgres knows longer ones


class Identified(Protocol):
    """What a cursor can find again."""

    @property
    def id(self) -> UUID:
        """Its id."""
        ...


F = TypeVar("F", bound=Identified)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place beside a row of a list, whether or not the row still exists.

    Attributes:
        backward: Whether the page ends here, rather than begins.
        value: What the row has in the column that the list is sorted by.
        row_id: The row's id.
    """

    backward: bool
    value: Any
    row_id: UUID


@dataclass(frozen=True, slots=True)
class Slice(Generic[F]):
    """Rows of a list, and the cursors of the slices around them."""

    rows: Sequence[F]
    next: str | None
    previous: str | None


def read_cursor(query: CursorQuery, order: Order) -> Cursor | None:
    """The cursor that a query brings.

    Raises:
        Invalid: It is broken, or belongs to a list of another sort or filter.
    """
    if query.cursor is None:
        return None
    try:
        text = urlsafe_b64decode(query.cursor.encode("ascii"))
        whole_list, *place = _places(order).validate_json(text)
    except ValueError:
        whole_list, place = "", []
    if whole_list != _sign(query):
        message = "Should be `next` or `previous` of a page with the same sort and filters."
        raise Invalid(errors=[FieldError("query.cursor", message)])
    return Cursor(*place)


def slice_of(
    found: Sequence[tuple[F, Any]], query: CursorQuery, order: Order, cursor: Cursor | None
) -> Slice[F]:
    """What was found beside a cursor, read away from it, up to one row more than the limit.

    Args:
        found: Rows, each with what it is sorted by.
        query: Asked for them.
        order: The order of the list.
        cursor: The place that they are beside, if not at the start.
    """
    more = len(found) > query.limit
    rows = found[: query.limit]
    before, after = cursor is not None, more
    if cursor and cursor.backward:
        rows, before, after = rows[::-1], more, True

    def beside(found: tuple[F, Any], *, backward: bool) -> str:
        row, value = found
        place = (_sign(query), backward, value, row.id)
        return urlsafe_b64encode(_places(order).dump_json(place)).decode()

    return Slice(
        [row for row, _ in rows],
        next=beside(rows[-1], backward=False) if rows and after else None,
        previous=beside(rows[0], backward=True) if rows and before else None,
    )


def _sign(query: CursorQuery) -> str:
    """What tells the list that a query asks for from others, whichever page of it."""
    asked = query.model_dump_json(exclude={"cursor", "limit", "include"})
    return blake2s(f"{type(query).__qualname__}{asked}".encode(), digest_size=8).hexdigest()


@cache
def _places(order: Order) -> TypeAdapter[tuple[Any, ...]]:
    """What a cursor holds; its value has the type and the bounds of the column."""
    value: Any = Annotated[*_kind(order), AfterValidator(_comparable)]
    place: Any = tuple[str, bool, value, UUID]  # pyright: ignore[reportInvalidTypeForm]
    return TypeAdapter(place)


def _kind(order: Order) -> tuple[Any, ...]:
    """The type of what is sorted by, and its bounds."""
    if info := order.model.model_fields.get(order.field):
        return (info.annotation, *info.metadata)
    computed: Any = order.column.type.python_type
    kind: Any = _Decimal if computed is Decimal else computed
    return (kind | None,)


def _comparable(value: Any) -> Any:
    if isinstance(value, datetime):
        return to_utc(value)
    number: Any = value // timedelta.resolution if isinstance(value, timedelta) else value
    if isinstance(number, int) and abs(number) > _LARGEST:
        raise PydanticCustomError("too_large", "Input should fit 64 bits")
    return value if isinstance(value, timedelta) else refuse_unstorable(value)
