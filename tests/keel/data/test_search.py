"""Search finds the same rows for the same words, in the same order, on both databases."""

# ruff: noqa: RUF001 - letters that look alike are what this is about

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keel.access import ANONYMOUS, Policy, anyone
from keel.data import CursorQuery, Database, Model, PageQuery, Repository, Searched
from keel.data.searching.words import words_of, words_sought
from keel.problems import Invalid
from keel.testing.database import new_database
from sqlalchemy import Engine, MetaData, Text, event
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.conftest import execute

pages = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))

WEIGHTS = Searched(title=4, summary=2, body=1)
_SCRIPTS = (
    "aeiouxyzAÉßçøŁİ\u0131 αάσςΩ йЙёЁж שָׁלו سلام हिन्दी กขค 日本語カナ가각 "
    "🍋👍🏽© 0189\u0663 -_'\"’.,:;*()&|!<>%\\/@#\u00ad\u200d\ufe0f\t\n\u0301\u20e3\U0001f1e9"
)
TEXTS = st.one_of(
    st.text(_SCRIPTS, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30),
    st.sampled_from(["frost", "Frost lemon", "x" * 300, "frosty lemon-tree", "OR", "NEAR(frost)"]),
)


class Kept(Model, registry=pages):
    """What the tables share."""


class Rack(Kept, table=True):
    __tablename__ = "racks"

    name: str = Field(max_length=50)


class Story(Kept, table=True):
    __tablename__ = "stories"
    searched = WEIGHTS

    title: str
    summary: str | None = None
    body: str = Field(default="", sa_type=Text)
    pages: int = 0
    rack_id: UUID | None = Field(default=None, foreign_key="racks.id", ondelete="CASCADE")


class Stories(Repository[Story]):
    policy = Policy(read=anyone)


class StoryQuery(PageQuery):
    sort: str = "relevance"
    q: str | None = None


class StoryCursor(CursorQuery):
    sort: str = "relevance"
    q: str | None = None


class _UndoError(Exception):
    """Ends a transaction that nobody wants to keep."""


@pytest.fixture(scope="module")
def libraries(
    postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[asyncio.Runner, list[Database]]]:
    """Both databases, on a loop of their own."""
    with (
        new_database(None, tmp_path_factory.mktemp("search")) as file,
        new_database(postgres_server, Path()) as server,
        asyncio.Runner() as runner,
    ):
        found = [Database(file), Database(server)]
        for database in found:
            runner.run(_create(database))
        yield runner, found
        for database in found:
            runner.run(database.close())


async def _create(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.run_sync(pages.metadata.create_all)


async def ids_of(session: AsyncSession, text: str, sort: str = "relevance") -> list[UUID]:
    rows, total = await Stories(session, ANONYMOUS).page(StoryQuery(q=text, sort=sort, limit=100))
    assert total == len(rows)
    return [row.id for row in rows]


def weight(row: dict[str, Any], text: str) -> int:
    kept = {name: {*words_of(row[name] or "")} for name in WEIGHTS.weights}
    of_words = [
        sum(
            weight
            for name, weight in WEIGHTS.weights.items()
            if any(has.startswith(word) for has in kept[name])
        )
        for word in words_sought(text)
    ]
    return sum(of_words) if of_words and all(of_words) else 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    rows=st.lists(st.tuples(TEXTS, st.none() | TEXTS, TEXTS), min_size=1, max_size=6),
    asked=st.lists(TEXTS, min_size=1, max_size=4),
)
def test_the_same_words_find_the_same_rows_on_both_databases(
    libraries: tuple[asyncio.Runner, list[Database]],
    rows: list[tuple[str, str | None, str]],
    asked: list[str],
) -> None:
    runner, databases = libraries
    stories = [Story(title=t, summary=s, body=b).model_dump() for t, s, b in rows]
    sought = [*asked, *(text for row in rows for text in row if text)]

    async def found_in(database: Database) -> dict[str, list[UUID]]:
        found: dict[str, list[UUID]] = {}
        try:
            async with database.transaction() as session:
                session.add_all([Story(**story) for story in stories])
                for text in filter(str.strip, sought):
                    found[text] = await ids_of(session, text)
                raise _UndoError  # noqa: TRY301 - that is how it ends
        except _UndoError:
            pass
        return found

    in_sqlite, in_postgres = (runner.run(found_in(database)) for database in databases)
    assert in_sqlite == in_postgres
    for text, ids in in_sqlite.items():
        weights = {story["id"]: weight(story, text) for story in stories}
        expected = sorted((n, row_id) for row_id, n in weights.items() if n)
        assert ids == [row_id for _, row_id in reversed(expected)], text


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def library_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    is_postgres = request.param == "postgres"
    server = request.getfixturevalue("postgres_server") if is_postgres else None
    with new_database(server, tmp_path_factory.mktemp("stories")) as url:
        yield url


@pytest.fixture
async def library(library_url: str) -> Any:
    database = Database(library_url)
    await _create(database)
    async with database.engine.begin() as connection:
        for table in reversed(pages.metadata.sorted_tables):
            await connection.execute(table.delete())
    yield database
    await database.close()


async def put(database: Database, *titles: str, **values: Any) -> list[UUID]:
    rows = [Story(title=title, **values) for title in titles]
    async with database.transaction() as session:
        session.add_all(rows)
    return [row.id for row in rows]


async def found(database: Database, text: str) -> list[UUID]:
    async with database.transaction(reading=True) as session:
        return await ids_of(session, text)


@pytest.mark.anyio
async def test_what_weighs_most_comes_first_and_ties_are_newest_first(library: Database) -> None:
    (body,) = await put(library, "x", body="frost")
    first, second = await put(library, "First frost", "Second frost")
    (both,) = await put(library, "A frost", body="frost")
    assert await found(library, "frost") == [both, second, first, body]
    assert await found(library, "frost fir") == [first]


@pytest.mark.anyio
async def test_words_follow_changes_and_deletes_whoever_makes_them(library: Database) -> None:
    rack = Rack(name="a")
    async with library.transaction() as session:
        session.add(rack)
    kept, gone = await put(library, "Frost", "Frost", rack_id=rack.id)
    async with library.transaction() as session:
        row = (await session.exec(select(Story).where(col(Story.id) == kept))).one()
        row.title = "Thaw"
        await session.flush()
        row.summary = "Ice"
        assert await ids_of(session, "thaw ice") == [kept]
    assert await found(library, "frost") == [gone]
    async with library.transaction() as session:
        await session.exec(delete(Story).where(col(Story.id) == gone))
    assert await found(library, "frost") == []
    assert await found(library, "thaw") == [kept]
    async with library.transaction() as session:
        await session.exec(delete(Rack))
    assert await found(library, "thaw") == []
    async with library.transaction() as session:
        assert await execute(session, "SELECT count(*) FROM stories_search") == 0


@pytest.mark.anyio
async def test_what_is_undone_leaves_no_words(library: Database) -> None:
    async with AsyncSession(library.engine) as session:
        session.add(Story(title="Frost"))
        await session.flush()
        assert len(await ids_of(session, "frost")) == 1
        await session.rollback()
    assert await found(library, "frost") == []


@pytest.mark.anyio
async def test_many_rows_take_one_statement_for_their_words(library: Database) -> None:
    engine: Engine = library.engine.sync_engine
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    ids = await put(library, *(f"Frost {number}" for number in range(50)))
    event.remove(engine, "before_cursor_execute", note)
    assert len([statement for statement in sent if "stories_search" in statement]) == 1
    assert await found(library, "frost") == ids[::-1]


@pytest.mark.anyio
async def test_cursors_follow_relevance_both_ways(library: Database) -> None:
    await put(library, "Frost", "Thaw", "Frost", "Frost", body="frost")
    everything = await found(library, "frost")
    async with library.transaction(reading=True) as session:
        stories, cursor, seen = Stories(session, ANONYMOUS), None, list[UUID]()
        while True:
            part = await stories.slice(StoryCursor(q="frost", limit=1, cursor=cursor))
            seen += [row.id for row in part.rows]
            if part.next is None:
                break
            cursor = part.next
        assert seen == everything
        back = await stories.slice(StoryCursor(q="frost", limit=10, cursor=part.previous))
        assert [row.id for row in back.rows] == everything[:-1]
        chunks = [rows async for rows in stories.chunks(StoryQuery(q="frost"))]
        assert [row.id for rows in chunks for row in rows] == everything


@pytest.mark.anyio
async def test_without_words_relevance_is_newest_first(library: Database) -> None:
    ids = await put(library, "Frost", "Thaw")
    assert await found(library, "  ") == ids[::-1]


@pytest.mark.anyio
async def test_more_words_than_a_search_takes_are_refused(library: Database) -> None:
    assert await found(library, " ".join(map(str, range(1000, 1050)))) == []
    with pytest.raises(Invalid) as caught:
        await found(library, " ".join(map(str, range(1000, 1051))))
    assert [error.field for error in caught.value.errors] == ["query.q"]


@pytest.mark.anyio
async def test_a_text_of_many_words_is_kept_as_far_as_both_databases_can(library: Database) -> None:
    text = " ".join(f"{number:06}" for number in range(120_000))
    (kept,) = await put(library, "Long", body=text)
    assert await found(library, "long 000000 050000") == [kept]
    assert await found(library, "119999") == []


@pytest.mark.anyio
async def test_a_search_of_ten_thousand_characters_is_one_word(library: Database) -> None:
    (kept,) = await put(library, "x" * 200)
    assert await found(library, "X" * 10_000) == [kept]
