"""Columns and values of words, as each database takes them.

Words come from `words_of`: letters, digits and signs, never a quote, a backslash or a blank.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Dialect, Table, Text, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

Alternatives = Sequence[Sequence[str]]
"""What is looked for: one of the first words, and one of the second ones, and so on."""


class WordsColumn(TypeDecorator[Sequence[str]]):
    """The words of a row: `tsvector` in Postgres, text that FTS5 indexes in SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column of this database."""
        return _of_postgres(dialect, "TSVECTOR") or dialect.type_descriptor(Text())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        """What is stored."""
        if value is None:
            return None
        return " ".join(f"'{word}'" for word in value) if _is_postgres(dialect) else " ".join(value)


class WordsQuery(TypeDecorator[Alternatives]):
    """What is looked for: `tsquery` in Postgres, an expression of FTS5 in SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of this database."""
        return _of_postgres(dialect, "TSQUERY") or dialect.type_descriptor(Text())

    def process_bind_param(self, value: Alternatives | None, dialect: Dialect) -> str | None:
        """What is asked."""
        if value is None:
            return None
        if _is_postgres(dialect):
            return " & ".join(_any(" | ", (f"'{word}':*" for word in words)) for words in value)
        return " AND ".join(_any(" OR ", (f'"{word}"*' for word in words)) for words in value)


class Matches(FunctionElement[Any]):
    """Whether a row of words has, for each of the alternatives, a word that begins with one.

    It has no type: of what is `Boolean`, SQLAlchemy says `= 1` in SQLite, and no index serves that.
    """

    inherit_cache = True

    def __init__(self, words: Table, sought: Alternatives) -> None:
        super().__init__(words.c.id, words.c.words, literal(sought, WordsQuery()))


@compiles(Matches)
def _match_in_sqlite(element: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    row, words, sought = tuple[Any, ...](element.clauses)
    key, asked = compiler.process(row, **kw), compiler.process(sought, **kw)
    index = index_name(words.table.name)
    return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH {asked})"  # noqa: S608 - names of ours


@compiles(Matches, "postgresql")
def _match_in_postgres(element: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    _, words, sought = element.clauses
    return f"{compiler.process(words, **kw)} @@ {compiler.process(sought, **kw)}"


def index_name(table: str) -> str:
    """The FTS5 table that indexes a table of words in SQLite."""
    return f"{table}_index"


def _any(joint: str, words: Iterable[str]) -> str:
    return f"({joint.join(words)})"


def _is_postgres(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"


def _of_postgres(dialect: Dialect, name: str) -> TypeEngine[Any] | None:
    if not _is_postgres(dialect):
        return None
    # Only those who search there wait for Postgres' dialect.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415

    return dialect.type_descriptor(getattr(postgresql, name)())
