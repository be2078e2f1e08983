"""The rows around a row, of which values can be worked out."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ColumnElement, and_
from sqlmodel import col

from keel.data.computing.computed import Aggregate
from keel.data.model import Model, Pair
from keel.data.relations.pair import ends

if TYPE_CHECKING:
    from keel.data.repository import Repository


@dataclass(frozen=True, slots=True)
class Around(ABC):
    """Rows that stand around a row, as far as the caller may list them.

    `where` chooses among them as the filters of a list do: `count(pages__gte=100)`.

    Attributes:
        rows: Whose rows they are.
        to: The model of the row that they stand around.
    """

    rows: "Repository[Any]"
    to: type[Model]

    @property
    @abstractmethod
    def key(self) -> str:
        """What of theirs says which row they stand around."""

    @abstractmethod
    def leads(self, key: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether this key leads to the row, for a `WHERE`."""

    def count(self, /, **where: Any) -> Aggregate:
        """How many there are."""
        return Aggregate("count", self, "id", where)

    def sum(self, field: str, /, **where: Any) -> Aggregate:
        """What the numbers or durations of a field come to; 0 without any."""
        return Aggregate("sum", self, field, where)

    def average(self, field: str, /, **where: Any) -> Aggregate:
        """The mean of a field, or NULL: of numbers to two places or as many as they have."""
        return Aggregate("average", self, field, where)

    def min(self, field: str, /, **where: Any) -> Aggregate:
        """The least value of a field, or NULL."""
        return Aggregate("min", self, field, where)

    def max(self, field: str, /, **where: Any) -> Aggregate:
        """The greatest value of a field, or NULL."""
        return Aggregate("max", self, field, where)


@dataclass(frozen=True, slots=True)
class Referring(Around):
    """Rows that refer to a row.

    Attributes:
        by: The column by which they do.
    """

    by: str

    @property
    def key(self) -> str:
        """The reference."""
        return self.by

    def leads(self, key: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a reference is to the row."""
        return key == col(self.to.id)


@dataclass(frozen=True, slots=True)
class Paired(Around):
    """Rows that pairs join to a row.

    Attributes:
        pair: The table of pairs.
        back: Whether those others have the links, and the row is at their far end.
    """

    pair: type[Pair]
    back: bool

    @property
    def key(self) -> str:
        """Their id, which pairs hold."""
        return "id"

    @property
    def ends(self) -> tuple[Column[Any], Column[Any]]:
        """The columns of a pair: the id of the row, and of the one around it."""
        near, far = ends(self.pair)
        return (far, near) if self.back else (near, far)

    def leads(self, key: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a pair joins the row of an id to the row."""
        here, there = self.ends
        return and_(here == col(self.to.id), there == key)
