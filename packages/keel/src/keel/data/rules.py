"""Rules of rows: what must hold in each of them, and what among several."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Protocol

from sqlalchemy import CheckConstraint, ColumnElement, exists, func, inspect, or_, select, text
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access.tenancy import is_of_tenants
from keel.data.deletion.soft_deleted import undeleted
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


class Rule(Protocol):
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
        if not _concerns(row, self.where, self.per):
            return
        await _take_turns(session, row, self.per)
        others = select(func.count()).where(*_others(row, self.where, self.per))
        if (await session.scalar(others) or 0) >= self.most:
            said = f"There are {self.most} already, and there may be no more."
            raise Conflict(said, errors=[FieldError(f"body.{self.per}", "Has as many as it may.")])


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """No two rows that share a value overlap in time, among those where `where` holds.

    From `start` on, up to but without `end`: one may start when the other ends. What has no start
    has always been, and what has no end never ends.
    """

    start: str
    end: str
    per: str | None = None
    where: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that it depends on."""
        return (self.start, self.end, *((self.per,) if self.per else ()), *self.where)

    def __str__(self) -> str:
        return f"no two overlap {self.start}..{self.end} per {self.per or 'table'}"

    async def check(self, row: Any, session: AsyncSession) -> None:
        """Refuse a row that would overlap another. Two statements; in SQLite one.

        Raises:
            Conflict: It would.
        """
        if not _concerns(row, self.where, self.per):
            return
        await _take_turns(session, row, self.per)
        conditions = [*_others(row, self.where, self.per), *self._overlapping(row)]
        if await session.scalar(select(exists().where(*conditions))):
            taken = [FieldError(f"body.{name}", "Overlaps another.") for name in self.fields[:2]]
            raise Conflict("It overlaps another in time.", errors=taken)

    def _overlapping(self, row: Any) -> list[ColumnElement[bool]]:
        model: Any = inspect(row).mapper.class_
        start, end = getattr(model, self.start), getattr(model, self.end)
        own_start, own_end = getattr(row, self.start), getattr(row, self.end)
        before = [] if own_end is None else [or_(start.is_(None), start < own_end)]
        after = [] if own_start is None else [or_(end.is_(None), end > own_start)]
        return [*before, *after]


def _must(sign: str, other: str, value: Any) -> str:
    *_, of_numbers, of_times = _OPERATORS[sign]
    return f"Must be {of_times if isinstance(value, date | time) else of_numbers} `{other}`."


def _concerns(row: Any, where: Mapping[str, Any], per: str | None) -> bool:
    """Whether a row is among those that a rule is about; what belongs to nothing is not."""
    is_among = all(getattr(row, name) == value for name, value in where.items())
    return is_among and (per is None or getattr(row, per) is not None)


def _alike(row: Any, per: str | None) -> dict[str, Any]:
    """What the rows that a rule counts together have in common."""
    return _tenant(row) | ({per: getattr(row, per)} if per else {})


def _tenant(row: Any) -> dict[str, Any]:
    """What is the same in all rows of the row's tenant; nothing where there are no tenants."""
    return {row.tenant_field: getattr(row, row.tenant_field)} if is_of_tenants(row) else {}


def _others(row: Any, where: Mapping[str, Any], per: str | None) -> list[ColumnElement[bool]]:
    model: Any = inspect(row).mapper.class_
    shared = {**where, **_alike(row, per)}
    same = [getattr(model, name) == value for name, value in shared.items()]
    return [*same, model.id != row.id, undeleted(model)]


async def _take_turns(session: AsyncSession, row: Any, per: str | None) -> None:
    """Wait until nobody else adds to the same rows; SQLite lets one at a time write anyway."""
    if session.get_bind().dialect.name == "postgresql":
        tenant, value = _tenant(row), getattr(row, per) if per else ""
        key = ".".join(map(str, (row.__tablename__, *tenant.values(), per, value)))
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        await session.scalar(lock, {"key": key})
