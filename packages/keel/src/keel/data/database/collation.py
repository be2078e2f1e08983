"""Alembic's operations on Postgres, where text columns sort by code point.

A column and its indexes serve the order of `code_points.py` only if they have its collation.
"""

from typing import Any

from alembic.ddl.postgresql import PostgresqlImpl
from sqlalchemy import Column, Table
from sqlalchemy.types import TypeEngine

from keel.data.database.code_points import COLLATION, text_type


class CodePointImpl(PostgresqlImpl):
    """Alembic's operations on Postgres, where text columns get the collation "C"."""

    __dialect__ = "postgresql"  # alembic takes the class that names a dialect last

    def create_table(self, table: Table, **kw: Any) -> None:
        """Create a table."""
        for column in table.columns:
            _collate(column.type)
        super().create_table(table, **kw)

    def add_column(self, table_name: str, column: Column[Any], **kw: Any) -> None:
        """Add a column."""
        _collate(column.type)
        super().add_column(table_name, column, **kw)

    def alter_column(
        self,
        table_name: str,
        column_name: str,
        *,
        type_: TypeEngine[Any] | None = None,
        **kw: Any,
    ) -> None:
        """Change a column; without its collation, a change of type would take it away."""
        _collate(type_)
        super().alter_column(  # pyright: ignore[reportUnknownMemberType]
            table_name, column_name, type_=type_, **kw
        )


def _collate(kind: TypeEngine[Any] | None) -> None:
    text = text_type(kind) if kind else None
    if text and text.collation is None:
        text.collation = COLLATION
