"""A database that is slow, full, lost or not there."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from keel.data import Database
from keel.problems import Unavailable
from sqlalchemy import make_url

from tests.keel.data.conftest import checked_out, execute

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hasty(postgres_url: str) -> AsyncIterator[Database]:
    """A Postgres that gives statements 0.3 s."""
    database = Database(postgres_url, statement_timeout_s=0.3)
    yield database
    await database.close()


async def run(database: Database, *commands: str) -> object:
    async with database.transaction() as session:
        return [await execute(session, command) for command in commands][-1]


async def test_a_full_pool_is_refused_in_time(database_url: str) -> None:
    database = Database(database_url, pool_size=1, pool_wait_s=0.2)
    async with database.transaction(reading=True) as session:
        await execute(session, "SELECT 1")
        start = time.monotonic()
        with pytest.raises(Unavailable) as caught:
            await run(database, "SELECT 1")
    assert 0.1 < time.monotonic() - start < 1
    assert "Retry-After" in (caught.value.headers or {})
    await database.close()


async def test_a_slow_statement_is_cancelled(hasty: Database) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable):
        await run(hasty, "SELECT pg_sleep(30)")
    assert time.monotonic() - start < 2
    active = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%sleep%'"
    assert await run(hasty, active) == 1  # this question alone


async def test_a_server_that_falls_silent_is_given_up(hasty: Database) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable):
        await run(hasty, "SET LOCAL statement_timeout = 0", "SELECT pg_sleep(30)")
    assert time.monotonic() - start < 4
    assert checked_out(hasty) == 0
    assert await run(hasty, "SELECT 1") == 1


async def test_a_lost_connection_is_replaced(hasty: Database) -> None:
    assert await run(hasty, "SELECT 1") == 1
    with pytest.raises(Unavailable):
        await run(hasty, "SELECT pg_terminate_backend(pg_backend_pid())")
    assert await run(hasty, "SELECT 1") == 1


async def test_a_deadlock_ends_one_of_two(postgres_url: str) -> None:
    database = Database(postgres_url)
    await run(database, "CREATE TABLE t AS SELECT x FROM generate_series(1, 2) x")

    async def take(first: int, second: int) -> str:
        try:
            async with database.transaction() as session:
                await execute(session, "UPDATE t SET x = x WHERE x = :x", x=first)
                await asyncio.sleep(0.2)
                await execute(session, "UPDATE t SET x = x WHERE x = :x", x=second)
        except Unavailable:
            return "refused"
        return "done"

    assert sorted(await asyncio.gather(take(1, 2), take(2, 1))) == ["done", "refused"]
    await database.close()


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        database = Database(f"postgresql://postgres@127.0.0.1:{free.getsockname()[1]}/x")
        with pytest.raises(Unavailable):
            await run(database, "SELECT 1")
    await database.close()


@pytest.mark.parametrize("missing", [{"database": "nowhere"}, {"username": "nobody_such"}])
async def test_a_server_that_does_not_let_us_in_is_unavailable(
    postgres_url: str, missing: dict[str, str]
) -> None:
    url = make_url(postgres_url).set(**missing)  # type: ignore[arg-type]
    database = Database(url.render_as_string(hide_password=False))
    with pytest.raises(Unavailable):
        await run(database, "SELECT 1")
    await database.close()


async def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}")
    with pytest.raises(Unavailable):
        await run(database, "SELECT 1")
    await database.close()
    await asyncio.sleep(0.1)  # the driver's thread for it ends by itself, and needs the loop


async def test_a_database_in_memory_is_one_database() -> None:
    database = Database("sqlite://")
    await run(database, "CREATE TABLE t (x int)")
    assert await run(database, "SELECT count(*) FROM t") == 0
    await database.close()


def test_other_kinds_of_database_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        Database("mysql://x/y")
