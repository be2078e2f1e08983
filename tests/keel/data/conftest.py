"""The shop, open on SQLite and on Postgres."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
from httpx2 import ASGITransport, AsyncClient
from keel.data import Database
from keel.testing.database import new_database
from sqlalchemy import text
from sqlalchemy.pool import QueuePool
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import Person, Role, make_app, tables


@dataclass
class Shop:
    """The shop's database and the people who come to it."""

    database: Database
    nobody: AsyncClient
    ada: AsyncClient
    bob: AsyncClient
    editor: AsyncClient


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def shop_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """One database for all tests of a file, which is much faster than one for each."""
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    with new_database(server, tmp_path_factory.mktemp("shop")) as url:
        yield url


@pytest.fixture
async def database(shop_url: str) -> AsyncIterator[Database]:
    """The shop's tables, empty."""
    database = Database(shop_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
        for table in reversed(tables.metadata.sorted_tables):
            await connection.execute(table.delete())
    yield database
    await database.close()


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    ada, bob, editor = Person(name="Ada"), Person(name="Bob"), Person(name="Eve")
    async with database.transaction() as session:
        session.add_all([ada, bob, editor])
    transport = ASGITransport(make_app(database))

    def come(caller: str) -> AsyncClient:
        headers = {"X-Caller": caller}
        return AsyncClient(transport=transport, base_url="http://shop", headers=headers)

    async with (
        come("") as nobody,
        come(str(ada.id)) as of_ada,
        come(str(bob.id)) as of_bob,
        come(f"{editor.id} {Role.EDITOR}") as of_editor,
    ):
        yield Shop(database, nobody, of_ada, of_bob, of_editor)


async def execute(session: AsyncSession, statement: str, **values: object) -> object:
    """Run SQL by hand; the first value of the answer, if there is one."""
    answer = await (await session.connection()).execute(text(statement), values)
    return answer.scalar() if answer.returns_rows else None


def checked_out(database: Database) -> int:
    """How many connections of the pool are in use."""
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedout()
