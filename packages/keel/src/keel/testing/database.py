"""A database for one run of the tests: made, migrated, emptied between tests, dropped."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from keel.data.database.engine import async_url

# Where the server can, a database sorts by a language, so that no test passes by luck.
_LOCALES = (
    "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'",
    "TEMPLATE template0 LOCALE 'C.UTF-8'",
    "",
)


@contextmanager
def new_database(server: str | None, folder: Path) -> Generator[str]:
    """The URL of an empty database, on a Postgres server or as a SQLite file in `folder`.

    Args:
        server: The URL of any database of the server, by a user who may create others.
        folder: Where the file goes when there is no server.
    """
    if server is None:
        yield f"sqlite+aiosqlite:///{folder / 'test.db'}"
        return
    name = f"keel_test_{uuid4().hex}"
    asyncio.run(_make(server, name))
    try:
        yield async_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


def migrate(project: Path, metadata: MetaData, url: str) -> None:
    """Bring a new database to what the models say: by the project's migrations, if it has any."""
    if (project / "migrations").is_dir():
        command.upgrade(Config(toml_file=project / "pyproject.toml"), "head")
    else:
        asyncio.run(_create(url, metadata))


def plain_engine(url: str) -> AsyncEngine:
    """An engine whose statements commit at once, and on which SQLite ignores foreign keys."""
    return create_async_engine(async_url(url), isolation_level="AUTOCOMMIT")


async def empty(engine: AsyncEngine, metadata: MetaData) -> None:
    """Delete every row of every table, whatever refers to it, but of those that let nobody.

    Args:
        engine: A `plain_engine`.
        metadata: The tables.
    """
    kept = {name for name, table in metadata.tables.items() if table.info.get("append_only")}
    deletes = [
        f'DELETE FROM "{name}"'  # noqa: S608 - names of ours
        for name in metadata.tables
        if name not in kept
    ]
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":  # at once, and without waiting for the disk
            raw: Any = (await connection.get_raw_connection()).driver_connection
            await raw.executescript(
                f"PRAGMA synchronous = OFF; BEGIN; {'; '.join(deletes)}; COMMIT"
            )
        else:  # one statement: foreign keys are looked at when all rows are gone
            parts = ", ".join(f"t{number} AS ({delete})" for number, delete in enumerate(deletes))
            await connection.execute(text(f"WITH {parts} SELECT 1"))


async def _make(server: str, name: str) -> None:
    for locale in _LOCALES:
        try:
            await _execute(server, f"CREATE DATABASE {name} {locale}")
        except DBAPIError:
            if locale == _LOCALES[-1]:
                raise
        else:
            break
    # What a crash may lose need not be waited for.
    await _execute(server, f"ALTER DATABASE {name} SET synchronous_commit = off")


async def _execute(url: str, statement: str) -> None:
    engine = plain_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def _create(url: str, metadata: MetaData) -> None:
    engine = plain_engine(url)
    async with engine.connect() as connection:
        await connection.run_sync(metadata.create_all)
    await engine.dispose()
