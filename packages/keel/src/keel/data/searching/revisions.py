"""Operations of revisions on the tables of words. What they make stays as revisions found it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alembic import op
from sqlalchemy import Column, Connection, MetaData, Table, Text, Uuid, select
from sqlalchemy import column as named
from sqlalchemy import table as bare
from sqlalchemy.schema import CreateTable, DropTable
from sqlmodel import SQLModel

from keel.data.searching.keeping import store
from keel.data.searching.searched import Searched
from keel.data.searching.tables import drop_statement, gin_statement, index_statements, words_table

_CHUNK_ROWS = 500
_NOT_IN_SQL = (
    "-- The words of the rows of {} come from keel: let alembic reach the database for them."
)


def create_search(table: str) -> None:
    """Make the table of the words of another table, and what finds them."""
    words = _words(table)
    op.execute(CreateTable(words))
    if _is_sqlite():
        for statement in index_statements(table):
            op.execute(statement)
    else:
        op.execute(gin_statement(table))


def fill_search(table: str, *fields: str, called: Mapping[str, str] | None = None) -> None:
    """Take the words of all rows of a table anew.

    Args:
        table: Whose rows.
        fields: What has the words.
        called: What those are called next that are about to get another name.
    """
    names = dict(zip(fields, fields, strict=True)) | dict(called or {})
    context, words = op.get_context(), _words(table)
    if context.as_sql:
        context.impl.static_output(_NOT_IN_SQL.format(table))
        return
    searched, connection = Searched(**dict.fromkeys(names.values(), 1)), op.get_bind()
    connection.execute(words.delete())
    for rows in _chunks(connection, table, fields):
        texts = [(r["id"], {names[field]: r[field] for field in fields}) for r in rows]
        store(connection, words, [{"row_id": i, "words": searched.words(t)} for i, t in texts])


def drop_search(table: str) -> None:
    """Take the table of the words of another table away."""
    if _is_sqlite():
        op.execute(drop_statement(table))
    op.execute(DropTable(_words(table)))


def _chunks(connection: Connection, table: str, fields: Sequence[str]) -> Iterator[Sequence[Any]]:
    """All rows of a table, a few at a time."""
    key = named("id", Uuid())
    rows = bare(table, key, *(named(field, Text()) for field in fields))
    first = select(rows).order_by(key).limit(_CHUNK_ROWS)
    found = connection.execute(first).mappings().all()
    while found:
        yield found
        found = connection.execute(first.where(key > found[-1]["id"])).mappings().all()


def _words(table: str) -> Table:
    metadata = MetaData(naming_convention=SQLModel.metadata.naming_convention)
    Table(table, metadata, Column("id", Uuid(), primary_key=True))
    return words_table(table, metadata)


def _is_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
