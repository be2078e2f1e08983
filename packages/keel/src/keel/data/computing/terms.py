"""Expressions over a row's own columns, in SQL and in Python, with one result in both.

Sums, differences and products keep all their places; a quotient has two, or as many as its parts.
What is worked out of NULL is NULL, and so is what is divided by zero.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, literal

from keel.data.computing.exact import Whole, places_of, quotient, scaled, unscaled
from keel.data.model import Model
from keel.data.queries.sorting import comparable

QUOTIENT_PLACES = 2
"""Digits after the point of a quotient, unless its parts have more."""

Constant: TypeAlias = str | int | Decimal | date | datetime | bool
Operand: TypeAlias = "Term | Constant"


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A part of an expression, or the whole.

    Attributes:
        expression: In SQL; of a number, how many of its last place there are.
        value: What it is for a row.
        places: Digits after the point of a number; `None` for all else.
    """

    expression: ColumnElement[Any]
    value: Callable[[Any], Any]
    places: int | None = None

    @property
    def sql(self) -> ColumnElement[Any]:
        """The expression, over the columns of the row's table."""
        return self.expression if self.places is None else unscaled(self.expression, self.places)

    def of(self, row: Any) -> Any:
        """What it is for a row, with all its places."""
        value = self.value(row)
        return _rounded(value, self.places) if value is not None and self.places else value

    def __add__(self, other: Operand) -> "Term":
        right = _term(other, self)
        if self.places is None:
            joined = self.expression.concat(right.expression)
            return Term(joined, _with(operator.add, self, right))
        return self._aligned(operator.add, right)

    def __radd__(self, other: Constant) -> "Term":
        return _term(other, self) + self

    def __sub__(self, other: Operand) -> "Term":
        return self._aligned(operator.sub, _term(other, self))

    def __rsub__(self, other: Constant) -> "Term":
        return _term(other, self) - self

    def __neg__(self) -> "Term":
        return 0 - self

    def __mul__(self, other: Operand) -> "Term":
        right = _term(other, self)
        places = (self.places or 0) + (right.places or 0)
        product = self.expression * right.expression
        return Term(product, _with(operator.mul, self, right), places)

    def __rmul__(self, other: Constant) -> "Term":
        return _term(other, self) * self

    def __truediv__(self, other: Operand) -> "Term":
        right = _term(other, self)
        own, by = self.places or 0, right.places or 0
        places = max(own, by, QUOTIENT_PLACES)
        dividend = self.expression * 10 ** (by + places - own)

        def divide(left: Any, right: Any) -> Any:
            return _rounded(Decimal(left) / right, places) if right else None

        return Term(quotient(dividend, right.expression), _with(divide, self, right), places)

    def __rtruediv__(self, other: Constant) -> "Term":
        return _term(other, self) / self

    def __lt__(self, other: Operand) -> "Term":
        return self._compared(operator.lt, other)

    def __le__(self, other: Operand) -> "Term":
        return self._compared(operator.le, other)

    def __gt__(self, other: Operand) -> "Term":
        return self._compared(operator.gt, other)

    def __ge__(self, other: Operand) -> "Term":
        return self._compared(operator.ge, other)

    # As in SQLAlchemy: what is compared is no truth yet, but another term.
    def __eq__(self, other: Operand) -> "Term":  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._compared(operator.eq, other)

    def __ne__(self, other: Operand) -> "Term":  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._compared(operator.ne, other)

    __hash__ = object.__hash__

    def _compared(self, compare: Callable[[Any, Any], Any], other: Operand) -> "Term":
        left, right = self, _term(other, self)
        if self.places is not None:
            left, right = _alike(left, right)
        found = compare(comparable(left.expression), comparable(right.expression))
        return Term(found, _with(compare, left, right))

    def _aligned(self, work: Callable[[Any, Any], Any], other: "Term") -> "Term":
        left, right = _alike(self, other)
        return Term(work(left.expression, right.expression), _with(work, self, other), left.places)


class Own:
    """The columns of a model as terms: `Own(Line).price * 2`."""

    def __init__(self, model: type[Model]) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Term:
        column: ColumnElement[Any] = getattr(self._model, name)
        places = places_of(column)
        expression = column if places is None else scaled(column, places)
        return Term(expression, operator.attrgetter(name), places)


def _term(operand: Operand, beside: Term) -> Term:
    """A constant as a term, of the type of the term that it stands beside."""
    if isinstance(operand, Term):
        return operand

    def value(_: Any) -> Constant:
        return operand

    if beside.places is None:
        return Term(literal(operand, beside.expression.type), value)
    number = Decimal(str(operand))
    places = max(0, -int(number.as_tuple().exponent))
    return Term(literal(int(number.scaleb(places)), Whole()), value, places)


def _alike(left: Term, right: Term) -> tuple[Term, Term]:
    """Two numbers with the same places."""
    places = max(left.places or 0, right.places or 0)
    return _with_places(left, places), _with_places(right, places)


def _with_places(number: Term, places: int) -> Term:
    power = 10 ** (places - (number.places or 0))
    expression = number.expression if power == 1 else number.expression * power
    return Term(expression, number.value, places)


def _with(work: Callable[[Any, Any], Any], left: Term, right: Term) -> Callable[[Any], Any]:
    def value(row: Any) -> Any:
        values = left.value(row), right.value(row)
        return None if None in values else work(*values)

    return value


def _rounded(value: Any, places: int) -> Decimal:
    # Plus zero: databases know no negative one.
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0
