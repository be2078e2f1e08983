"""The tables of words: one for each model that is searched, beside its own.

A row of words goes with the row whose words they are, by its foreign key. In Postgres it is
indexed by GIN. In SQLite it is the content of an FTS5 table, which triggers keep; its rows are
known by a number of their own, because SQLite may give rows without one another `rowid`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Uuid,
    event,
)

from keel.access.paths import table_of
from keel.data.searching.columns import WordsColumn, index_name

FIELDS = "searched"
"""Under which a table of words has, in its `info`, the fields that they come from."""

_SUFFIX = "_search"
_COLUMNS = {"id", "row_id", "words"}


def words_name(table: str) -> str:
    """The table of words beside a table."""
    return f"{table}{_SUFFIX}"


def table_of_words(words: Table) -> str:
    """The table whose words are in a table of words."""
    return words.name.removesuffix(_SUFFIX)


def is_words(table: Table) -> bool:
    """Whether a table is one of words."""
    return table.name.endswith(_SUFFIX) and {*table.columns.keys()} == _COLUMNS


def words_table(name: str, metadata: MetaData, fields: Iterable[str] = ()) -> Table:
    """The table of the words of the table `name`, in its metadata once."""
    own = words_name(name)
    if own in metadata.tables:
        return metadata.tables[own]
    number = BigInteger().with_variant(Integer(), "sqlite")
    key = ForeignKey(f"{name}.id", ondelete="CASCADE")
    table = Table(
        own,
        metadata,
        Column("id", number, primary_key=True),
        Column("row_id", Uuid(), key, nullable=False, unique=True),
        Column("words", WordsColumn(), nullable=False),
        info={FIELDS: (*fields,)},
    )
    event.listen(table, "after_create", _only_in("postgresql", gin_statement(name)))
    for statement in index_statements(name):
        event.listen(table, "after_create", _only_in("sqlite", statement))
    event.listen(table, "before_drop", _only_in("sqlite", drop_statement(name)))
    return table


def gin_statement(name: str) -> str:
    """What makes Postgres index the words of the table `name`.

    In SQL, for an `Index` of this kind would load the dialect, whatever the database.
    """
    table = words_name(name)
    return f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)"


def words_of(model: type[Any]) -> Table:
    """The table of the words of a model that is searched."""
    own = table_of(model)
    return words_table(own.name, own.metadata)


def index_statements(name: str) -> Iterator[str]:
    """What makes SQLite index the words of the table `name`."""
    table = words_name(name)
    index = index_name(table)
    new = f"INSERT INTO {index}(rowid, words) VALUES (new.id, new.words)"  # noqa: S608 - names of ours
    old = f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', old.id, old.words)"  # noqa: S608
    yield (
        f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='{table}', content_rowid='id', "
        "detail='none', columnsize=0, tokenize=\"ascii tokenchars '_:'\")"
    )
    for moment, work in {"insert": new, "delete": old, "update": f"{old}; {new}"}.items():
        name = f"{table}_{moment}"
        yield f"CREATE TRIGGER {name} AFTER {moment.upper()} ON {table} BEGIN {work}; END"


def drop_statement(name: str) -> str:
    """What takes SQLite's index away; its triggers go with the table of words."""
    return f"DROP TABLE {index_name(words_name(name))}"


def _only_in(dialect: str, statement: str) -> DDL:
    construct: Any = DDL
    said: DDL = construct(statement).execute_if(dialect=dialect)
    return said
