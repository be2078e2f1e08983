"""A read that is ready: its statement, and what makes answers of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import MISSING, BaseModel, TypeAdapter
from sqlalchemy import inspect

from keel.data.compiled.statement import Statement
from keel.data.compiled.untouched import is_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Dialect, Select
    from sqlalchemy.orm import Mapper
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.data.repository import Repository


class Inexpressible(Exception):  # noqa: N818 - no fault: the ordinary way is taken
    """Not all of a read is known before its values."""


class Columns:
    """What is selected of each row, for answers of a schema.

    Args:
        output: The schema.
        rows: The repository of the rows, for a stand-in of the caller.

    Raises:
        Inexpressible: The schema has members that are no columns, or makes more of them.
    """

    def __init__(self, output: type[BaseModel], rows: Repository[Any]) -> None:
        mapper: Mapper[Any] = inspect(rows.model)
        self.output = output
        self.names = tuple(output.model_fields)
        if not is_plain(output) or any(name not in mapper.columns for name in self.names):
            raise Inexpressible
        rules = {
            name: rules.read
            for name, rules in rows.policy.fields.items()
            if not rules.read.admits_all_rows(rows.scope.caller)
        }
        self.guarded = tuple(rules)
        self.selected: list[ColumnElement[Any]] = [
            *(getattr(rows.model, name) for name in self.names),
            *(rows.scope.of_rows(rows.model, rule) for rule in rules.values()),
        ]


@dataclass(frozen=True)
class Plan:
    """A read that is ready.

    Attributes:
        statement: What is run.
        columns: What the first columns of its rows are; what the read itself needs follows.
        answers: What makes answers of the members of rows.
    """

    statement: Statement
    columns: Columns
    answers: TypeAdapter[list[Any]]

    @classmethod
    def of(cls, select: Select[Any], columns: Columns, dialect: Dialect) -> Plan:
        """The plan of what is selected."""
        answers: Any = list.__class_getitem__(columns.output)
        return cls(Statement(select, dialect), columns, TypeAdapter(answers))

    async def rows(
        self, session: AsyncSession, values: Mapping[str, Any]
    ) -> Sequence[Sequence[Any]]:
        """The rows for the values of a request. One statement."""
        return await self.statement.rows(session, values)

    def answered(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """Rows as the caller sees them."""
        names, guarded = self.columns.names, self.columns.guarded
        members = [dict(zip(names, row, strict=False)) for row in rows]
        if guarded:
            for row, values in zip(rows, members, strict=True):
                shown = zip(guarded, row[len(names) :], strict=False)
                values.update({name: MISSING for name, is_shown in shown if not is_shown})
        return self.answers.validate_python(members)
