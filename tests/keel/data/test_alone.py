"""A row that is all that a request makes is committed by its own statement, and no other is."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import Depends, FastAPI
from httpx2 import ASGITransport, AsyncClient
from keel.access import ANONYMOUS, Policy, anyone
from keel.data import Database, Input, Model, Output, Repository, Service, Session
from keel.dispatch import Dispatcher
from keel.dispatch.alone import does_one_thing
from keel.problems import Conflict, handlers
from keel.testing.database import new_database
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, select

pytestmark = pytest.mark.anyio

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class BadgeModel(Model, registry=tables):
    """What the tables share."""


class Badge(BadgeModel, table=True):
    __tablename__ = "badges"

    code: str = Field(max_length=5, unique=True)
    weight: int | None = 3


class BadgeRepository(Repository[Badge]):
    policy = Policy(read=anyone, write=anyone)


class BadgeBody(Input):
    code: str
    weight: int | None = 3


class BadgeRead(Output):
    code: str
    weight: int | None


class Badges(Service[Badge, BadgeBody, BadgeBody, BadgeRead]):
    """Badges."""


class Strict(Badges):
    """Badges of which none is kept."""

    async def create(self, body: BadgeBody) -> BadgeRead:
        await super().create(body)
        raise Conflict("Not this one.")


async def get_badges(session: Session) -> Badges:
    return Badges(BadgeRepository(session, ANONYMOUS))


async def get_strict(session: Session) -> Strict:
    return Strict(BadgeRepository(session, ANONYMOUS))


AnyBadges = Annotated[Badges, Depends(get_badges)]
app = FastAPI()
handlers.install(app)
app.add_middleware(Dispatcher, fastapi=app)


@app.post("/plain", status_code=201)
async def plain(body: BadgeBody, badges: AnyBadges) -> BadgeRead:
    """Add a badge."""
    return await badges.create(body)


@app.post("/strict")
async def strict(body: BadgeBody, badges: Annotated[Strict, Depends(get_strict)]) -> BadgeRead:
    return await badges.create(body)


@app.post("/late")
async def late(body: BadgeBody, badges: AnyBadges) -> BadgeRead:
    await badges.create(body)
    raise Conflict("Not after all.")


@app.post("/twice")
async def twice(body: BadgeBody, badges: AnyBadges) -> BadgeRead:
    await badges.create(BadgeBody(code="first"))
    return await badges.create(body)


def changed(function: Any) -> Any:
    async def around(body: BadgeBody, badges: AnyBadges) -> BadgeRead:
        answer: BadgeRead = await function(body, badges)
        return answer

    return around


async def nested(body: BadgeBody, badges: AnyBadges) -> BadgeRead:
    return await badges.create(BadgeBody(**(await badges.create(body)).model_dump()))


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    with new_database(server, tmp_path) as url:
        yield url


@pytest.fixture
async def client(url: str) -> AsyncIterator[AsyncClient]:
    app.state.database = Database(url)
    async with app.state.database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://badges") as client:
        yield client
    await app.state.database.close()


async def codes() -> list[str]:
    async with app.state.database.transaction(reading=True) as session:
        return list(await session.exec(select(Badge.code).order_by(Badge.code)))


async def test_what_is_answered_is_kept(client: AsyncClient) -> None:
    answer = await client.post("/plain", json={"code": "a", "weight": 2})
    assert (answer.status_code, answer.json()) == (201, {"code": "a", "weight": 2})
    assert await codes() == ["a"]


async def test_a_default_of_a_column_stands_for_nothing_as_ever(client: AsyncClient) -> None:
    await client.post("/plain", json={"code": "a", "weight": None})
    async with app.state.database.transaction(reading=True) as session:
        assert (await session.exec(select(Badge.weight))).one() == 3


async def test_what_the_database_refuses_is_told_as_ever(client: AsyncClient) -> None:
    await client.post("/plain", json={"code": "a"})
    taken = await client.post("/plain", json={"code": "a"})
    assert taken.status_code == 409
    assert taken.json()["errors"] == [{"field": "body.code", "message": "Is taken already."}]
    assert (await client.post("/plain", json={"code": "b"})).status_code == 201
    assert await codes() == ["a", "b"]


@pytest.mark.parametrize("path", ["/strict", "/late"])
async def test_who_fails_behind_it_leaves_nothing(client: AsyncClient, path: str) -> None:
    assert (await client.post(path, json={"code": "a"})).status_code == 409
    assert await codes() == []


async def test_two_rows_are_made_together_or_not_at_all(client: AsyncClient) -> None:
    assert (await client.post("/twice", json={"code": "first"})).status_code == 409
    assert await codes() == []


def test_which_endpoints_do_one_thing() -> None:
    assert does_one_thing(plain)
    assert does_one_thing(strict)  # what its service does is looked at elsewhere
    assert not any(map(does_one_thing, (late, twice, nested, changed(plain), len)))
