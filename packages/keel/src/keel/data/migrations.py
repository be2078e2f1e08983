"""Migrations: the whole of a project's `migrations/env.py` is one call of `run_migrations`."""

import asyncio
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.runtime.migration import MigrationInfo
from alembic.script import Script
from sqlalchemy import URL, Connection, MetaData, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SAWarning
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

# Alembic learns of these.
import keel.data.database.collation  # pyright: ignore[reportUnusedImport]
import keel.data.overlap.autogenerate  # noqa: F401  # pyright: ignore[reportUnusedImport]
from keel.data.database.engine import async_url
from keel.data.database.out_of_service import OutOfService, is_out_of_service
from keel.data.database.sqlite import add_functions
from keel.data.history.column import ChangesColumn
from keel.data.overlap.revisions import allow_overlap, forbid_overlap
from keel.data.revising.altering import LOCK_TIMEOUT_MS, alter_table, drop_index
from keel.data.revising.append_only import keep_append_only
from keel.data.revising.renaming import (
    rename_changes,
    rename_column,
    rename_parts,
    rename_search,
)
from keel.data.revising.rows import fill, refuse_duplicates, refuse_rows
from keel.data.searching.autogenerate import is_compared, is_compared_index, with_words
from keel.data.searching.revisions import create_search, drop_search, fill_search
from keel.data.types.columns import JsonColumn
from keel.data.types.lists import ListColumn

__all__ = [
    "allow_overlap",
    "alter_table",
    "create_search",
    "drop_index",
    "drop_search",
    "fill",
    "fill_search",
    "forbid_overlap",
    "keep_append_only",
    "refuse_duplicates",
    "refuse_rows",
    "rename_changes",
    "rename_column",
    "rename_parts",
    "rename_search",
    "run_migrations",
]

_CONNECT_TIMEOUT_S = 5.0
_PAUSES_S = (0.5, 1, 2, 4, 8)
# Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
_LOCKED = frozenset({"40P01", "55P03"})
_FAREWELL_S = 0.1  # the thread of SQLite's driver ends by itself, and needs the loop for it


def run_migrations(metadata: MetaData, database_url: str) -> None:
    """Do what the `alembic` command asks for, online or as SQL.

    It may be called where an event loop runs already. On SQLite the whole run is one transaction,
    and tables are copied where SQLite cannot change them. On Postgres each revision is one, but for
    what leaves it to let others work, and what waits for a lock longer than a second is let go and
    tried again.

    Args:
        metadata: The tables as the models define them.
        database_url: Where the database is, with or without an async driver.

    Raises:
        OutOfService: The database cannot be reached, or fails half-way; ends the command.
        RuntimeError: After the migrations, rows in SQLite refer to rows that do not exist.
    """
    url = async_url(database_url)
    if context.is_offline_mode():
        _run(metadata, url=url, literal_binds=True, dialect_opts={"paramstyle": "named"})
        return
    with ThreadPoolExecutor(max_workers=1) as thread:  # asyncio.run needs one without a loop
        thread.submit(asyncio.run, _run_online(metadata, url)).result()


async def _run_online(metadata: MetaData, url: URL) -> None:
    connection = await _connect(url)
    try:
        for pause_s in _PAUSES_S:
            if await _has_run(metadata, connection):
                return
            sys.stderr.write(f"A table is in use; once more in {pause_s} s.\n")
            await asyncio.sleep(pause_s)
        await connection.run_sync(lambda sync: _run(metadata, connection=sync))
    except DBAPIError as error:
        if is_out_of_service(error):
            raise OutOfService(url, error.orig, has_answered=True) from None
        raise
    finally:
        await connection.close()


async def _has_run(metadata: MetaData, connection: AsyncConnection) -> bool:
    """Whether the migrations ran, and none of them waited for a table in vain."""
    try:
        await connection.run_sync(lambda sync: _run(metadata, connection=sync))
    except DBAPIError as error:
        if getattr(error.driver_exception, "sqlstate", None) not in _LOCKED:
            raise
        await connection.rollback()
        return False
    return True


async def _connect(url: URL) -> AsyncConnection:
    try:
        return await _make_engine(url).connect()
    except OSError as error:  # asyncpg lets the socket's own errors through
        raise OutOfService(url, error, has_answered=False) from None
    except DBAPIError as error:
        await asyncio.sleep(_FAREWELL_S)
        raise OutOfService(url, error.orig, has_answered=False) from None


def _run(metadata: MetaData, *, connection: Connection | None = None, **options: Any) -> None:
    dialect = connection.dialect if connection else options["url"].get_dialect()
    is_postgres = dialect.name == "postgresql"
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        render_as_batch=True,
        render_item=_render,
        include_name=is_compared,
        include_object=is_compared_index,
        process_revision_directives=with_words,
        transactional_ddl=True,
        transaction_per_migration=is_postgres,
        on_version_apply=_tell if context.config.cmd_opts else None,
        **options,
    )
    with warnings.catch_warnings(), context.begin_transaction():
        # Alembic tells of tables that refer to each other in a circle, which nothing is wrong with.
        warnings.filterwarnings("ignore", "Cannot correctly sort tables", SAWarning)
        if is_postgres and context.is_offline_mode():
            context.execute(f"SET lock_timeout = {LOCK_TIMEOUT_MS}")
            context.execute("SET TIME ZONE 'UTC'")
        context.run_migrations()
        if connection and connection.dialect.name == "sqlite":
            _refuse_orphans(connection)


def _tell(ctx: object, step: MigrationInfo, heads: object, run_args: object) -> None:  # noqa: ARG001 - Alembic gives them by name
    """Say at the command line which revision ran; logging stays as the app has set it up."""
    way = "stamp" if step.is_stamp else "upgrade" if step.is_upgrade else "downgrade"
    source, target = map(", ".join, (step.source_revision_ids, step.destination_revision_ids))
    about = "; ".join(it.doc for it in step.up_revisions if isinstance(it, Script))
    sys.stderr.write(f"{way} {source or 'base'} -> {target or 'base'}: {about}\n")


def _make_engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(url, poolclass=NullPool)
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    waits = {
        "timeout": _CONNECT_TIMEOUT_S,
        # Times without an offset are in UTC.
        "server_settings": {"lock_timeout": str(LOCK_TIMEOUT_MS), "timezone": "UTC"},
    }
    return create_async_engine(url, poolclass=NullPool, connect_args=waits)


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    # Foreign keys stay off (SQLite's default): copying a table drops the old one, and that would
    # delete what refers to it. `_refuse_orphans` looks after them instead.
    connection.isolation_level = None  # the driver leaves BEGIN to `_begin_sqlite`
    add_functions(connection)


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _refuse_orphans(connection: Connection) -> None:
    orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if orphans:
        tables = ", ".join(sorted({orphan.table for orphan in orphans}))
        raise RuntimeError(
            f"Nothing was migrated: {len(orphans)} rows of {tables} would refer to rows that do "
            "not exist. Delete or change them in the migration first."
        )


def _render(kind: str, item: object, written: AutogenContext) -> str | Literal[False]:
    """Types of SQLModel and of ours as SQLAlchemy's own: revisions import nothing else."""
    if kind == "type" and (
        isinstance(item, ListColumn | ChangesColumn) or repr(item) == repr(JsonColumn)
    ):
        written.imports.add("from sqlalchemy.dialects import postgresql")
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False
