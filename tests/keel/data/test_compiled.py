"""Reads that are compiled answer what those that are not do, byte for byte."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keel.access import Caller
from keel.data import CursorPage, Database, Page, PageQuery
from keel.problems import NotFound
from keel.testing.database import new_database
from pydantic import TypeAdapter

from tests.keel.data.museum import (
    SORTS,
    WORDS,
    Changed,
    ExhibitCursors,
    ExhibitPages,
    Exhibits,
    ExhibitWithRoom,
    Guide,
    House,
    Person,
    Role,
    Room,
    State,
    exhibits,
    some_exhibit,
    tables,
)
from tests.keel.data.shop import statements

ROWS = 60
PAGE: Any = TypeAdapter(Page[ExhibitWithRoom])
CURSOR_PAGE: Any = TypeAdapter(CursorPage[ExhibitWithRoom])
ROW: Any = TypeAdapter(ExhibitWithRoom)


@dataclass
class Museum:
    portal: BlockingPortal
    database: Database
    callers: Sequence[Caller]
    ids: Sequence[UUID]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def museum(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Museum]:
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    folder = tmp_path_factory.mktemp("museum")
    with new_database(server, folder) as url, start_blocking_portal() as portal:
        database = Database(url)
        yield portal.call(_filled, portal, database)
        portal.call(database.close)


async def _filled(portal: BlockingPortal, database: Database) -> Museum:
    chance = Random(7)  # noqa: S311 - of tests
    houses, rooms = [House(), House()], [Room(name="Ägypten"), Room(name="")]
    people = [Person(name="Ada"), Person(name="Bob"), Person(name="Eve")]
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    async with database.transaction() as session:
        session.add_all([*houses, *rooms, *people])
        await session.flush()
        session.add(Guide(room_id=rooms[0].id, user_id=people[1].id))
        rows = [
            some_exhibit(
                chance,
                house_id=chance.choice(houses).id,
                room_id=chance.choice(rooms).id,
                owner_id=chance.choice(people).id,
            )
            for _ in range(ROWS)
        ]
        session.add_all(rows)
    roles = (Role.VISITOR, Role.VISITOR, Role.CURATOR)
    callers = [
        Caller(id=person.id, role=role, tenant_id=house.id)
        for person, role in zip(people, roles, strict=True)
        for house in houses
    ]
    strangers = [Caller(), Caller(id=people[0].id, role=Role.CURATOR)]
    return Museum(portal, database, [*callers, *strangers], [row.id for row in rows])


FILTERS: dict[str, st.SearchStrategy[Any]] = {
    "name": st.sampled_from(WORDS),
    "name__gte": st.sampled_from(WORDS),
    "name__in": st.lists(st.sampled_from(WORDS), max_size=3),
    "name__contains": st.sampled_from(["a", "Ä", "%", ""]),
    "note__is_null": st.booleans(),
    "count__lt": st.sampled_from([0, 1, 5]),
    "weight__gt": st.sampled_from([0.0, 0.1]),
    "is_fragile": st.booleans(),
    "price__lte": st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(5)]),
    "state": st.sampled_from(State),
    "state__ne": st.sampled_from(State),
    "state__in": st.lists(st.sampled_from(State), max_size=2),
    "made_on__gte": st.just(date(2024, 2, 29)),
    "seen_at__lt": st.just(datetime(2026, 1, 15, 23, 59, 59, 1, UTC)),
    "opens__gt": st.just(time(9, 30)),
    "length__gte": st.just(timedelta(minutes=90)),
    "tags__has": st.sampled_from(WORDS),
}
FEW_FILTERS = st.lists(st.sampled_from(sorted(FILTERS)), max_size=2, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: FILTERS[name] for name in names})
)
SOME_SORT = st.builds(str.__add__, st.sampled_from(["", "-"]), st.sampled_from(SORTS))
EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def both_ways(museum: Museum, caller: Caller, answers: TypeAdapter[Any], read: Any) -> bytes:
    """What both ways answer, once they agree."""

    async def answer(kind: type[Exhibits]) -> bytes:
        async with museum.database.transaction(reading=True) as session:
            try:
                found = await read(exhibits(session, caller, kind))
            except NotFound:
                return b"nothing"
        # As FastAPI makes the body of an answer.
        return answers.dump_json(answers.validate_python(found, from_attributes=True))

    compiled, ordinary = (museum.portal.call(answer, kind) for kind in (Exhibits, Changed))
    assert compiled == ordinary
    return compiled


async def _slice(query: ExhibitCursors, service: Any) -> Any:
    return await service.cursor_page(query, ("room",))


async def _read(row_id: UUID, service: Any) -> Any:
    return await service.read(row_id, ("room",))


@EXAMPLES
@given(st.data())
def test_pages_are_the_same(museum: Museum, data: st.DataObject) -> None:
    caller = data.draw(st.sampled_from(museum.callers))
    query = ExhibitPages(
        **data.draw(FEW_FILTERS),
        sort=data.draw(SOME_SORT),
        limit=data.draw(st.integers(1, 12)),
        offset=data.draw(st.integers(0, 15)),
    )
    include = data.draw(st.sampled_from([(), ("room",)]))
    both_ways(museum, caller, PAGE, lambda service: service.page(query, include))


@EXAMPLES
@given(st.data())
def test_slices_are_the_same_from_one_end_to_the_other_and_back(
    museum: Museum, data: st.DataObject
) -> None:
    caller = data.draw(st.sampled_from(museum.callers))
    asked = {
        **data.draw(FEW_FILTERS),
        "sort": data.draw(SOME_SORT),
        "limit": data.draw(st.integers(3, 9)),
    }
    for way in ("next", "previous"):
        cursor: str | None = asked.pop("cursor", None)
        for _ in range(ROWS):
            query = ExhibitCursors(**asked, cursor=cursor)
            answer = both_ways(museum, caller, CURSOR_PAGE, partial(_slice, query))
            page: Any = TypeAdapter(dict[str, Any]).validate_json(answer)
            if page[way] is None:
                break
            cursor = page[way]
        asked["cursor"] = cursor


@pytest.mark.parametrize("place", range(0, ROWS, 4))
def test_rows_are_the_same(museum: Museum, place: int) -> None:
    for caller in museum.callers:
        row_id = museum.ids[place]
        both_ways(museum, caller, ROW, partial(_read, row_id))


@pytest.mark.parametrize(
    ("filters", "is_compiled"),
    [
        ({}, True),
        ({"name": "Z", "count__lt": 3, "note__is_null": True, "state__in": [State.SHOWN]}, True),
        ({"name__contains": "a"}, False),
        ({"tags__has": "a"}, False),
    ],
)
def test_which_pages_are_compiled(
    museum: Museum, filters: dict[str, Any], *, is_compiled: bool
) -> None:
    async def sent() -> list[str]:
        async with museum.database.transaction(reading=True) as session:
            with statements(museum.database) as found:
                await exhibits(session, museum.callers[0]).page(ExhibitPages(**filters), ())
        return found

    (first, *_) = museum.portal.call(sent)
    assert ("(SELECT count(*)" in first) is is_compiled


def test_what_a_transaction_did_is_read_in_it(museum: Museum) -> None:
    async def read() -> tuple[int, int]:
        caller = museum.callers[-2 - 1]
        async with museum.database.transaction() as session:
            service = exhibits(session, caller)
            before = await service.page(PageQuery(limit=1), ())
            row = await service.service.repository.get(before.items[0].id)
            await session.delete(row)
            after = await service.page(PageQuery(limit=1), ())
            await session.rollback()
        return before.total, after.total

    before, after = museum.portal.call(read)
    assert after == before - 1
