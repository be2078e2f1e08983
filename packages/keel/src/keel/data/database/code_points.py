"""Text compares by code point on both databases, whatever the locale of the server.

SQLite does so by itself. On Postgres every comparison says so, and migrations (`collation.py`)
give text columns the same collation, so that their indexes serve the order.
"""

from typing import Any

from sqlalchemy import ColumnElement, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

COLLATION = "C"


class CodePoints(FunctionElement[Any]):
    """A text column as it is compared and sorted."""

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(CodePoints)
def _in_sqlite(element: CodePoints, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


@compiles(CodePoints, "postgresql")
def _in_postgres(element: CodePoints, compiler: SQLCompiler, **kw: Any) -> str:
    return f'{compiler.process(element.clauses, **kw)} COLLATE "{COLLATION}"'


def text_type(kind: TypeEngine[Any]) -> String | None:
    """The type of text that a column of this type is stored as, if it is."""
    stored = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return stored if isinstance(stored, String) else None
