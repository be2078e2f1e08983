"""Rules of rows: what must hold in each of them, and what among several."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Protocol

from sqlalchemy import CheckConstraint, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.among import Among, concerns, others, take_turns
from keel.problems import Conflict, FieldError, Invalid

_OPERATORS: dict[str, tuple[str, Callable[[Any, Any], bool], str, str]] = {
    ">": ("gt", operator.gt, "more than", "after"),
    ">=": ("gte", operator.ge, "at least", "not before"),
    "<": ("lt", operator.lt, "less than", "before"),
    "<=": ("lte", operator.le, "at most", "not after"),
    "!=": ("ne", operator.ne, "other than", "other than"),
}
TURNED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "!=": "!="}
"""The sign that says the same of two sides turned round."""


class Compared(CheckConstraint):
    """Two columns of a row in order, as far as both have a value; `__table_args__` takes it.

    The database checks it, and the service before, so that callers are told which fields.
    """

    def __init__(self, left: str, sign: str, right: str) -> None:
        super().__init__(f"{left} {sign} {right}", name=f"{left}_{_OPERATORS[sign][0]}_{right}")
        self.left = left
        self.sign = sign
        self.right = right

    def holds(self, left: Any, right: Any) -> bool:
        """Whether two values are in this order; one that is missing is."""
        return left is None or right is None or _OPERATORS[self.sign][1](left, right)

    def check(self, row: Any) -> None:
        """Refuse a row that breaks it.

        Raises:
            Invalid: It does; `errors` names both fields.
        """
        left, right = getattr(row, self.left), getattr(row, self.right)
        if not self.holds(left, right):
            raise Invalid(
                errors=[
                    FieldError(f"body.{self.left}", _must(self.sign, self.right, right)),
                    FieldError(f"body.{self.right}", _must(TURNED[self.sign], self.left, left)),
                ]
            )


def compared(model: Any) -> list[Compared]:
    """The comparisons that hold in each row of a model, in the order of their names."""
    rules = (rule for rule in model.__table__.constraints if isinstance(rule, Compared))
    return sorted(rules, key=lambda rule: str(rule.name))


class Rule(Among, Protocol):
    """What must hold among rows."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that it depends on: while none of them changes, nothing can break it."""
        ...

    async def check(self, row: Any, session: AsyncSession) -> None:
        """Refuse a row that breaks it.

        Raises:
            Conflict: It does; `errors` names the fields.
        """
        ...


@dataclass(frozen=True, slots=True)
class AtMost:
    """No more than so many rows share a value, among those where `where` holds."""

    most: int
    per: str
    where: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that it depends on."""
        return (self.per, *self.where)

    def __str__(self) -> str:
        return f"at most {self.most} per {self.per}"

    async def check(self, row: Any, session: AsyncSession) -> None:
        """Refuse a row that would be one too many. Two statements; in SQLite one.

        Raises:
            Conflict: There are as many already.
        """
        if not concerns(self, row):
            return
        await take_turns(self, row, session)
        count = select(func.count()).where(*others(self, row))
        if (await session.scalar(count) or 0) >= self.most:
            said = f"There are {self.most} already, and there may be no more."
            raise Conflict(said, errors=[FieldError(f"body.{self.per}", "Has as many as it may.")])


def _must(sign: str, other: str, value: Any) -> str:
    *_, of_numbers, of_times = _OPERATORS[sign]
    return f"Must be {of_times if isinstance(value, date | time) else of_numbers} `{other}`."
