"""The rule that no two rows are at one time, as a model says it and a service checks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, exists, inspect, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.among import concerns, others, take_turns
from keel.problems import Conflict, FieldError


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """No two rows that share a value overlap in time, among those where `where` holds.

    From `start` on, up to but without `end`: one may start when the other ends. What has no start
    has always been, and what has no end never ends. Both are dates, or both datetimes.

    The service checks it, for the sake of what callers are told. Postgres keeps it by itself too,
    by a constraint of the table, and so against whatever writes beside the service.
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

        The constraint alone would not do: of two who store at once, each would wait for the other,
        which Postgres ends as a deadlock. So they take turns before.

        Raises:
            Conflict: It would.
        """
        if not concerns(self, row):
            return
        await take_turns(self, row, session)
        conditions = [*others(self, row), *self._overlapping(row)]
        if await session.scalar(select(exists().where(*conditions))):
            raise overlapping((self.start, self.end))

    def _overlapping(self, row: Any) -> list[ColumnElement[bool]]:
        model: Any = inspect(row).mapper.class_
        start, end = getattr(model, self.start), getattr(model, self.end)
        own_start, own_end = getattr(row, self.start), getattr(row, self.end)
        before = [] if own_end is None else [or_(start.is_(None), start < own_end)]
        after = [] if own_start is None else [or_(end.is_(None), end > own_start)]
        return [*before, *after]


def overlapping(times: Sequence[str]) -> Conflict:
    """The problem of a row whose time is taken, by the columns that say its time."""
    taken = [FieldError(f"body.{name}", "Overlaps another.") for name in times]
    return Conflict("It overlaps another in time.", errors=taken)
