"""Text found in text, whatever its case, with every character taken literally."""

from typing import Any

from sqlalchemy import ColumnElement, String, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

SQLITE_LOWER = "unicode_lower"
"""The name of `lower_text` in SQLite, whose own `lower` knows ASCII alone."""

_ESCAPE = "/"


class Lower(FunctionElement[str]):
    """Text in lower case, in any script."""

    inherit_cache = True
    type = String()


@compiles(Lower)
def _lower_in_sqlite(element: Lower, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{SQLITE_LOWER}({compiler.process(element.clauses, **kw)})"


@compiles(Lower, "postgresql")
def _lower_in_postgres(element: Lower, compiler: SQLCompiler, **kw: Any) -> str:
    # Columns have the collation "C", by which only ASCII has cases; the database's own knows more.
    return f'lower({compiler.process(element.clauses, **kw)} COLLATE "default")'


def lower_text(text: str | None) -> str | None:
    """`Lower` for SQLite."""
    return None if text is None else text.lower()


def contains(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Rows where `text` stands somewhere in the column."""
    return _like(column, f"%{_literal(text)}%")


def starts_with(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Rows where the column begins with `text`."""
    return _like(column, f"{_literal(text)}%")


def _like(column: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
    return Lower(column).like(Lower(literal(pattern)), escape=_ESCAPE)


def _literal(text: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        text = text.replace(special, _ESCAPE + special)
    return text
