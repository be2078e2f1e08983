"""What each account has one of: there from the beginning, stored when it is first changed."""

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI
from httpx2 import ASGITransport, AsyncClient
from keel.access import Policy, owner
from keel.data import Database, Input, Output, Repository, Session, Singleton, SingletonService
from keel.problems import Conflict, handlers
from pydantic import MISSING, Field
from sqlmodel import Field as Column
from sqlmodel import select

from tests.keel.data.conftest import Shop, execute
from tests.keel.data.shop import CurrentCaller, ShopModel, statements

pytestmark = pytest.mark.anyio

PATH = "/users/me/taste"


class Taste(Singleton, ShopModel, table=True):
    __tablename__ = "user_taste"

    pages: int = 200
    price: Decimal = Column(default=Decimal(9), max_digits=6, decimal_places=2)
    pseudonym: str | None = Column(default=None, max_length=40, unique=True)


class TasteUpdate(Input):
    pages: Annotated[int, Field(ge=1)] | MISSING = MISSING
    price: Decimal | MISSING = MISSING
    pseudonym: str | MISSING | None = MISSING


class TasteRead(Output):
    pages: int
    price: Decimal
    pseudonym: str | None


class TasteRepository(Repository[Taste]):
    policy = Policy(read=owner, update=owner)


class TasteService(SingletonService[Taste, TasteUpdate, TasteRead]):
    """Nobody likes books of 13 pages."""

    async def update(self, row_id: Any, body: TasteUpdate) -> TasteRead:
        if body.pages == 13:
            raise Conflict("That is unlucky.")
        return await super().update(row_id, body)


async def get_tastes(session: Session, caller: CurrentCaller) -> TasteService:
    return TasteService(TasteRepository(session, caller))


Tastes = Annotated[TasteService, Depends(get_tastes)]
router = APIRouter()


@router.get(PATH)
async def read_taste(tastes: Tastes) -> TasteRead:
    return await tastes.read_own()


@router.patch(PATH)
async def update_taste(body: TasteUpdate, tastes: Tastes) -> TasteRead:
    return await tastes.update_own(body)


@pytest.fixture
async def people(shop: Shop) -> AsyncIterator[tuple[AsyncClient, AsyncClient, AsyncClient]]:
    """Ada, Bob and nobody known, where each has a taste."""
    app = FastAPI()
    app.state.database = shop.database
    app.include_router(router)
    handlers.install(app)
    transport = ASGITransport(app)

    def come(like: AsyncClient) -> AsyncClient:
        return AsyncClient(transport=transport, base_url="http://shop", headers=like.headers)

    async with come(shop.ada) as ada, come(shop.bob) as bob, come(shop.nobody) as nobody:
        yield ada, bob, nobody


People = tuple[AsyncClient, AsyncClient, AsyncClient]


async def stored(database: Database) -> list[Taste]:
    async with database.transaction(reading=True) as session:
        return list(await session.exec(select(Taste)))


async def test_it_is_what_its_defaults_say_until_it_is_changed(shop: Shop, people: People) -> None:
    ada, bob, _ = people
    usual = {"pages": 200, "price": "9.00", "pseudonym": None}
    assert (await ada.get(PATH)).json() == usual
    assert await stored(shop.database) == []
    assert (await ada.patch(PATH, json={"pages": 300})).json() == usual | {"pages": 300}
    assert (await ada.get(PATH)).json() == usual | {"pages": 300}
    assert (await bob.get(PATH)).json() == usual
    assert [str(row.owner_id) for row in await stored(shop.database)] == [ada.headers["x-caller"]]


async def test_who_is_not_known_has_none(people: People) -> None:
    _, _, nobody = people
    assert (await nobody.get(PATH)).status_code == 401
    assert (await nobody.patch(PATH, json={})).status_code == 401


async def test_first_changes_at_once_make_one_row_and_lose_nothing(
    shop: Shop, people: People
) -> None:
    ada, _, _ = people
    changes: list[dict[str, object]] = [{"pages": 1}, {"price": "2"}, {"pseudonym": "A."}, {}]
    answers = await asyncio.gather(*(ada.patch(PATH, json=change) for change in changes))
    assert [answer.status_code for answer in answers] == [200] * 4
    (row,) = await stored(shop.database)
    assert (row.pages, row.price, row.pseudonym) == (1, 2, "A.")


async def test_a_first_change_that_is_refused_leaves_nothing(shop: Shop, people: People) -> None:
    ada, bob, _ = people
    await ada.patch(PATH, json={"pseudonym": "George"})
    taken = await bob.patch(PATH, json={"pseudonym": "George"})
    assert (taken.status_code, taken.json()["errors"][0]["field"]) == (409, "body.pseudonym")
    assert (await bob.patch(PATH, json={"pages": 0})).status_code == 422
    assert len(await stored(shop.database)) == 1


async def test_what_an_owner_overrides_holds(people: People) -> None:
    ada, _, _ = people
    answer = await ada.patch(PATH, json={"pages": 13})
    assert (answer.status_code, answer.json()["detail"]) == (409, "That is unlucky.")


async def test_it_goes_with_its_account(shop: Shop, people: People) -> None:
    ada, _, _ = people
    await ada.patch(PATH, json={"pages": 1})
    async with shop.database.transaction() as session:
        await execute(session, "DELETE FROM users WHERE name = 'Ada'")
    assert await stored(shop.database) == []


async def test_it_costs_few_statements(shop: Shop, people: People) -> None:
    ada, _, _ = people
    counts: list[int] = []
    for call in (
        lambda: ada.get(PATH),
        lambda: ada.patch(PATH, json={"pages": 1}),
        lambda: ada.patch(PATH, json={"pages": 2}),
        lambda: ada.get(PATH),
    ):
        with statements(shop.database) as sent:
            assert (await call()).status_code == 200
        counts.append(len(sent))
    # To store the row, a savepoint, the row, and the end of it.
    assert counts == [1, 3 + 3, 3, 1]
