"""SQLite: how its connections are set up, and what its errors mean."""

import re
import sqlite3
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from keel.data.database.refusal import Kind, Refusal, refusal_by, tables
from keel.data.queries.search import SQLITE_LOWER, lower_text

SNAPSHOT: dict[str, Any] = {}  # every transaction that reads sees the rows of one moment

# Source: https://www.sqlite.org/rescode.html
_KINDS = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: Kind.TAKEN,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: Kind.TAKEN,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: Kind.REFERENCE,
    sqlite3.SQLITE_CONSTRAINT_TRIGGER: Kind.REFERENCE,  # ON DELETE RESTRICT
    sqlite3.SQLITE_CONSTRAINT_NOTNULL: Kind.MISSING,
    sqlite3.SQLITE_CONSTRAINT_CHECK: Kind.UNFIT,
    sqlite3.SQLITE_TOOBIG: Kind.UNFIT,
    sqlite3.SQLITE_BUSY: Kind.UNAVAILABLE,
    sqlite3.SQLITE_LOCKED: Kind.UNAVAILABLE,
    sqlite3.SQLITE_READONLY: Kind.UNAVAILABLE,
    sqlite3.SQLITE_IOERR: Kind.UNAVAILABLE,
    sqlite3.SQLITE_FULL: Kind.UNAVAILABLE,
    sqlite3.SQLITE_CANTOPEN: Kind.UNAVAILABLE,
    sqlite3.SQLITE_NOTADB: Kind.UNAVAILABLE,
}
_PRIMARY = 0xFF
_COLUMN = re.compile(r"\w+\.(\w+)")
_RULE = re.compile(r"CHECK constraint failed: (\w+)")
_WRITTEN = re.compile(r"(?:INSERT INTO|UPDATE) \"?(\w+)")


def make_engine(
    url: URL, *, pool_size: int, pool_wait_s: float, statement_timeout_s: float
) -> AsyncEngine:
    """Connections that keep foreign keys, wait for locks and read while another writes."""
    pool: dict[str, Any] = {
        "pool_size": pool_size,
        "max_overflow": 0,
        "pool_timeout": pool_wait_s,
    }
    in_memory = url.database in {None, "", ":memory:"}  # one connection is the whole database
    engine = create_async_engine(
        url,
        hide_parameters=True,  # errors are logged, and parameters are what people sent
        connect_args={"timeout": statement_timeout_s},
        **({} if in_memory else pool),
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def refusal_of(cause: sqlite3.Error, statement: str) -> Refusal | None:
    """What an error of SQLite says, if it is a refusal."""
    code: int = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    kind = _KINDS.get(code) or _KINDS.get(code & _PRIMARY)
    if kind is None:
        return None
    if kind is Kind.REFERENCE:  # SQLite does not say which
        return Refusal(kind, _references(statement))
    rule = _RULE.fullmatch(str(cause))
    return refusal_by(kind, rule[1]) if rule else Refusal(kind, tuple(_COLUMN.findall(str(cause))))


def add_functions(connection: DBAPIConnection) -> None:
    """Give a connection the functions that SQLite lacks and statements for both databases use."""
    connection.create_function(SQLITE_LOWER, 1, lower_text, deterministic=True)
    connection.create_function("gen_random_uuid", 0, lambda: uuid4().hex)


def _references(statement: str) -> tuple[str, ...]:
    written = _WRITTEN.match(statement)
    return tuple(
        column.name
        for table in tables()
        if written and table.name == written[1]
        for column in table.columns
        if column.foreign_keys
    )


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver leaves BEGIN to `_begin`
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    add_functions(connection)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
