"""What is worked out for a row, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal


Function = Literal["average", "count", "sum", "min", "max"]
Way = Literal["many", "links", "back"]
"""How rows stand around a row, in the words of what answers include."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field of a row must hold.

    Attributes:
        operator: As lists filter by it: `eq`, `gte`, `is_null`.
        value: As Python holds it.
    """

    field: str
    operator: str
    value: object


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One value of all the rows around a row.

    Attributes:
        resource: Whose rows they are.
        by: Their reference to the row, or their list that leads to it; of `links` the row's list.
        field: What is taken of each; `None` where they are counted.
        where: What a row must hold to count.
        way: Whether `many` refer to the row, it `links` to them, or their lists lead `back` to it.
    """

    function: Function
    resource: str
    by: str
    field: str | None = None
    where: tuple[Condition, ...] = ()
    way: Way = "many"


@dataclass(frozen=True, slots=True)
class Name:
    """A field of the same row, in an expression."""

    field: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a text in an expression."""

    value: int | Decimal | str


@dataclass(frozen=True, slots=True)
class Clock:
    """`today` or `now` in an expression, in UTC."""

    word: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Parts of an expression joined by an operator; one part alone is made negative."""

    operator: str
    parts: tuple[Expression, ...]


Expression = Name | Constant | Clock | Operation
