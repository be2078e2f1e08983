"""Types of single values, with the bounds that make them storable."""

from datetime import UTC, datetime
from typing import Annotated, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, EmailStr, Field
from pydantic_core import PydanticCustomError

MAX_INT = 2_147_483_647
"""The largest value of an `int` column; the smallest is `-MAX_INT - 1`."""

_HOST = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_REST = r"[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}"


def to_utc(moment: datetime) -> datetime:
    """The same moment in UTC.

    Raises:
        PydanticCustomError: It has no offset, or its year in UTC is not between 1 and 9999.
    """
    if moment.tzinfo is None:
        raise PydanticCustomError("timezone_aware", "Input should have an offset from UTC")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError(
            "timestamp", "Input should be between the years 1 and 9999 in UTC"
        ) from None


Timestamp: TypeAlias = Annotated[datetime, AfterValidator(to_utc)]
"""A moment with its offset from UTC, turned into UTC; years 1 to 9999."""


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


# In lower case before it is measured: some letters grow, and what is stored must still fit.
Email: TypeAlias = Annotated[
    EmailStr,
    Field(max_length=254, examples=["ada@example.com"]),
    BeforeValidator(_lower),
]
"""An e-mail address in one spelling, all in lower case, so that one mailbox is one account.

Source: RFC 5321, section 4.5.3.1 (length).
"""


def _refuse_doubles(ids: list[UUID]) -> list[UUID]:
    if len(set(ids)) < len(ids):
        raise PydanticCustomError("unique_items", "Input should name none twice")
    return sorted(ids)


Ids: TypeAlias = Annotated[
    list[UUID], AfterValidator(_refuse_doubles), Field(json_schema_extra={"uniqueItems": True})
]
"""Ids of other rows, none twice, in the order in which answers have them."""

Url: TypeAlias = Annotated[
    str,
    Field(
        max_length=2048,
        pattern=rf"^https?://({_HOST}\.)*{_HOST}(:[0-9]{{1,5}})?([/?#]({_REST})*)?$",
        examples=["https://example.com/a?b=c"],
        json_schema_extra={"format": "uri"},
    ),
]
"""An `http` or `https` address in ASCII, as RFC 3986 writes it, without a user name."""
