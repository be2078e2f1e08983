"""Words kept with their rows: what a session writes to a searched row changes its words too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Executable, Table, event, inspect
from sqlalchemy.orm import Mapper, Session

from keel.data.searching.searched import Searched
from keel.data.searching.tables import words_of, words_table


def watch(mapper: Mapper[Any], model: type) -> None:
    """Make the table of words of a model that is searched, and keep it from now on."""
    searched: Searched | None = getattr(model, "searched", None)
    if searched is None:
        return
    table: Any = mapper.local_table
    words_table(table.name, table.metadata, searched.weights)
    if not event.contains(Session, "after_flush", _keep):
        event.listen(Session, "after_flush", _keep)


def store(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write words of rows, instead of those that they had. One statement.

    Args:
        connection: Is in a transaction.
        table: A table of words.
        rows: `row_id` and `words` of each; at least one.
    """
    connection.execute(_storing(table, connection.dialect.name), list(rows))


@cache  # a table of words is there for good, and each change of a row asks
def _storing(table: Table, dialect_name: str) -> Executable:
    # Only the database's own dialect knows `ON CONFLICT`, and no other needs to be loaded.
    dialect = import_module(f"sqlalchemy.dialects.{dialect_name}")
    insert = dialect.insert(table).inline()  # nobody asks for its number
    kept: Executable = insert.on_conflict_do_update(
        index_elements=["row_id"], set_={"words": insert.excluded.words}
    )
    return kept


def _keep(session: Session, _flush: object) -> None:
    news = defaultdict[Table, list[dict[str, Any]]](list)
    for row in (*session.new, *session.dirty):
        searched: Searched | None = getattr(row, "searched", None)
        if isinstance(searched, Searched) and _is_touched(row, searched):
            words = searched.words({name: getattr(row, name) for name in searched.weights})
            model: type[Any] = type(row)  # pyright: ignore[reportUnknownVariableType]
            news[words_of(model)].append({"row_id": row.id, "words": words})
    for table, rows in news.items():
        store(session.connection(), table, rows)


def _is_touched(row: Any, searched: Searched) -> bool:
    state = inspect(row)
    # Behind a flush a new row is persistent, and its history is still that before it.
    return any(state.attrs[name].history.has_changes() for name in searched.weights)
