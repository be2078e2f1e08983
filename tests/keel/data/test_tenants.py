"""Rows of two tenants in one table, made and kept apart by what a service does beside the scope."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from keel.access import Caller, Policy, signed_in
from keel.data import AtMost, Database, Input, Model, NoOverlap, Output, Repository, Service
from keel.problems import Conflict, NotFound
from keel.testing.database import new_database
from sqlalchemy import MetaData, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from tests.extensions import need_btree_gist

pytestmark = pytest.mark.anyio

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))
ONE, OTHER = UUID(int=11), UUID(int=12)
ADA = Caller(id=UUID(int=1), tenant_id=ONE)
BOB = Caller(id=UUID(int=2), tenant_id=OTHER)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


class FirmModel(Model, registry=tables):
    """What the tables share."""


class Firm(FirmModel, table=True):
    __tablename__ = "firms"
    tenant_field = "id"


class Visit(FirmModel, table=True):
    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("firm_id", "code"),)
    rules = (NoOverlap("starts", "ends"), AtMost(2, per="place"))
    tenant_field = "firm_id"

    firm_id: UUID = Field(foreign_key="firms.id", ondelete="CASCADE")
    code: str
    place: str
    starts: datetime
    ends: datetime


class VisitCreate(Input):
    code: str
    place: str = "attic"
    starts: datetime = NINE
    ends: datetime = NINE + timedelta(hours=1)


class VisitRead(Output):
    id: UUID
    firm_id: UUID


class Visits(Repository[Visit]):
    policy = Policy(read=signed_in, write=signed_in)


class VisitService(Service[Visit, VisitCreate, VisitCreate, VisitRead]):
    """Nothing of its own."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    with new_database(server, tmp_path_factory.mktemp("firms")) as found:
        need_btree_gist(found)
        yield found


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.drop_all)
        await connection.run_sync(tables.metadata.create_all)
    async with database.transaction() as session:
        session.add_all([Firm(id=ONE), Firm(id=OTHER)])
    yield database
    await database.close()


async def create(database: Database, caller: Caller, body: VisitCreate) -> VisitRead:
    async with database.transaction() as session:
        return await VisitService(Visits(session, caller)).create(body)


def later(code: str, hours: int, place: str = "attic") -> VisitCreate:
    start = NINE + timedelta(hours=hours)
    return VisitCreate(code=code, place=place, starts=start, ends=start + timedelta(hours=1))


async def test_a_new_row_is_of_the_callers_tenant(database: Database) -> None:
    assert (await create(database, ADA, later("a", 0))).firm_id == ONE
    assert (await create(database, BOB, later("b", 0))).firm_id == OTHER


async def test_a_row_that_code_adds_is_of_the_callers_tenant(database: Database) -> None:
    async with database.transaction() as session:
        row = Visit(**later("a", 0).model_dump())
        await Visits(session, ADA).add(row)
    assert row.firm_id == ONE


async def test_the_time_of_another_tenants_row_is_free(database: Database) -> None:
    await create(database, ADA, later("a", 0))
    await create(database, BOB, later("b", 0))
    with pytest.raises(Conflict, match="overlaps"):
        await create(database, BOB, later("c", 0))


async def test_rows_of_another_tenant_do_not_count(database: Database) -> None:
    for hours in (0, 1):
        await create(database, ADA, later(f"a{hours}", hours))
    await create(database, BOB, later("b", 5))
    with pytest.raises(Conflict, match="no more"):
        await create(database, ADA, later("a2", 2))


async def test_what_is_taken_is_told_without_a_word_of_the_tenant(database: Database) -> None:
    await create(database, ADA, later("same", 0))
    await create(database, BOB, later("same", 0))
    with pytest.raises(Conflict) as taken:
        await create(database, ADA, later("same", 2, "cellar"))
    assert [error.field for error in taken.value.errors] == ["body.code"]


async def test_another_tenants_row_is_not_found(database: Database) -> None:
    made = await create(database, ADA, later("a", 0))
    async with database.transaction() as session:
        with pytest.raises(NotFound):
            await Visits(session, BOB).get(made.id)
        assert not await Visits(session, BOB).has(made.id)
        assert await Visits(session, ADA).has(made.id)
