"""Rows that a rule counts together, and whose turn it is to add to them."""

from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import ColumnElement, inspect, text
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access.tenancy import is_of_tenants
from keel.data.deletion.soft_deleted import undeleted


class Among(Protocol):
    """Which rows are counted together."""

    @property
    def per(self) -> str | None:
        """The column that they have alike; `None` for all rows."""
        ...

    @property
    def where(self) -> Mapping[str, Any]:
        """What other columns have in each of them."""
        ...


def concerns(rule: Among, row: Any) -> bool:
    """Whether a row is among those that a rule is about; what belongs to nothing is not."""
    is_among = all(getattr(row, name) == value for name, value in rule.where.items())
    return is_among and (rule.per is None or getattr(row, rule.per) is not None)


def alike(rule: Among, model: Any) -> tuple[str, ...]:
    """The columns that rows of a model, or of a row's model, have alike to be counted together.

    Each tenant's rows are counted for themselves; tenants among tenants.
    """
    lead = {model.tenant_field} - {"id"} if is_of_tenants(model) else set[str]()
    return (*(lead - {rule.per}), *((rule.per,) if rule.per else ()))


def others(rule: Among, row: Any) -> list[ColumnElement[bool]]:
    """The conditions of the other rows that a rule counts together with a row."""
    model: Any = inspect(row).mapper.class_
    said = {**rule.where, **{name: getattr(row, name) for name in alike(rule, row)}}
    same = [getattr(model, name) == value for name, value in said.items()]
    return [*same, model.id != row.id, undeleted(model)]


async def take_turns(rule: Among, row: Any, session: AsyncSession) -> None:
    """Wait until nobody else adds to the same rows; SQLite lets one at a time write anyway."""
    if session.get_bind().dialect.name == "postgresql":
        values = (getattr(row, name) for name in alike(rule, row))
        key = ".".join(map(str, (row.__tablename__, rule.per, *values)))
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        await session.scalar(lock, {"key": key})
