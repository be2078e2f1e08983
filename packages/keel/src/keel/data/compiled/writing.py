"""Rows that are made by one statement, which is a transaction of its own.

Where all that a request does is to add one row, BEGIN and COMMIT around its INSERT cost two round
trips, and the session's unit of work more than the statement.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, inspect

from keel.data.compiled.statement import Statement, given
from keel.data.compiled.untouched import adds_untouched
from keel.data.types.decimals import give_places
from keel.dispatch import ALONE

if TYPE_CHECKING:
    from sqlalchemy import Column, Dialect
    from sqlalchemy.orm import Mapper

    from keel.data.model import Model
    from keel.data.service import Service

_MOST_INSERTS = 1_000
_AROUND = ("before_flush", "after_flush", "after_flush_postexec", "before_commit", "after_commit")


async def add(service: Service[Any, Any, Any, Any], row: Model) -> bool:
    """Insert a row and commit it, if nothing else is done beside it. One statement.

    Returns:
        Whether that was done; if not, the ordinary way must be taken.

    Raises:
        Problem: The database refuses the row.
    """
    repository = service.repository
    session: Any = repository.session
    kinds: tuple[Any, Any] = type(service), type(repository)
    more = repository.links or repository.members or repository.history
    if more or not session.info.get(ALONE) or session.in_transaction() or _is_watched(session):
        return False
    model: Any = type(row)
    made = _insert(model, session.bind.dialect) if adds_untouched(*kinds) else None
    if made is None:
        return False
    give_places(inspect(model), None, row)
    values = {name: getattr(row, name) for name in made.names}
    if any(values[name] is None for name in made.defaulted):
        return False  # SQLAlchemy takes the column's default for nothing
    await made.statement.rows(session, values)
    return True


class _Insert:
    """The INSERT of a model's rows."""

    def __init__(self, mapper: Mapper[Any], dialect: Dialect) -> None:
        columns: dict[str, Column[Any]] = {
            each.key: each.columns[0]  # type: ignore[misc]
            for each in mapper.column_attrs
        }
        self.names = tuple(columns)
        self.defaulted = tuple(name for name, column in columns.items() if column.default)
        values = {name: given(name) for name in columns}
        self.statement = Statement(insert(mapper.class_).values(values), dialect)


@lru_cache(_MOST_INSERTS)
def _insert(model: type[Model], dialect: Dialect) -> _Insert | None:
    """The INSERT of a model; `None` where something else happens beside it."""
    mapper: Mapper[Any] = inspect(model)
    listeners = [*mapper.dispatch.before_insert, *mapper.dispatch.after_insert]
    is_alone = len(listeners) == 1  # `give_places`, which all models have
    return _Insert(mapper, dialect) if is_alone and not model.searched else None


def _is_watched(session: Any) -> bool:
    """Whether somebody other than keel waits for what a session does."""
    around = [each for name in _AROUND for each in getattr(session.sync_session.dispatch, name)]
    return not all(each.__module__.startswith("keel.") for each in around)
