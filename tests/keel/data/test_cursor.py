"""Walking a list from page to page."""

import base64
import json
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keel.access import ANONYMOUS, Policy, anyone, nobody
from keel.data import Database, PageQuery, Repository
from keel.data.queries.cursor import read_cursor
from keel.data.queries.sorting import Order
from keel.problems import Invalid
from sqlalchemy import delete

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import Binding, Book, BookQuery, Person, Shelf, statements

pytestmark = pytest.mark.anyio

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=0, max_size=3
)
COLUMNS: dict[str, st.SearchStrategy[Any]] = {
    "created_at": st.none(),
    "title": TEXT,
    "pages": st.none() | st.integers(-2, 2) | st.sampled_from([-(2**31), 2**31 - 1]),
    "price": st.none() | st.decimals(-2, 2, places=2) | st.decimals(-99999999, 99999999, places=2),
    "weight": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "sold_out": st.booleans(),
    "binding": st.sampled_from(Binding),
    "printed_at": st.none()
    | st.datetimes(timezones=st.just(UTC))
    | st.sampled_from(
        [
            datetime.min.replace(tzinfo=UTC),
            datetime.max.replace(tzinfo=UTC),
            datetime(1969, 12, 31, tzinfo=UTC),
        ]
    ),
}


class OpenRepository(Repository[Book]):
    policy = Policy(read=anyone, write=nobody)


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[Any], int]:
    """A column to sort by, its values row by row, and the size of a page."""
    column = draw(st.sampled_from(sorted(COLUMNS)))
    return column, draw(st.lists(COLUMNS[column], max_size=9)), draw(st.integers(1, 4))


async def fill(database: Database, column: str, values: list[Any]) -> list[Book]:
    person = Person(name="Ada")
    shelves = [Shelf(name=str(number)) for number, _ in enumerate(values)]
    async with database.transaction() as session:
        for model in (Book, Shelf, Person):
            await session.exec(delete(model))
        session.add_all([person, *shelves])
        await session.flush()
        books = [Book(owner_id=person.id, shelf_id=it.id, title=it.name) for it in shelves]
        for book, value in zip(books, values, strict=True):
            if column != "created_at":
                setattr(book, column, value)
        session.add_all(books)
    return books


def expected_order(books: list[Book], column: str, *, descending: bool) -> list[UUID]:
    def key(book: Book) -> tuple[Any, ...]:
        value = None if column == "created_at" else getattr(book, column)
        if isinstance(value, Binding):
            value = value.value
        return (value is None and column != "created_at", *([] if value is None else [value]))

    by_age = sorted(books, key=lambda book: book.id)
    ordered = sorted(by_age, key=lambda book: (*key(book), book.id))
    return [book.id for book in (reversed(ordered) if descending else ordered)]


async def walk(database: Database, query: BookQuery, way: str) -> list[list[UUID]]:
    """The pages met by following `next` or `previous` from a page to the last."""
    pages: list[list[UUID]] = []
    while True:
        async with database.transaction(reading=True) as session:
            found = await OpenRepository(session, ANONYMOUS).slice(query)
        pages.append([book.id for book in found.rows])
        cursor = getattr(found, way)
        if cursor is None:
            return pages
        query = query.model_copy(update={"cursor": cursor})


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=lists(), descending=st.booleans())
async def test_walking_by_cursor_meets_every_row_once_and_in_order(
    database: Database,
    made: tuple[str, list[Any], int],
    descending: bool,  # noqa: FBT001
) -> None:
    column, values, limit = made
    books = await fill(database, column, values)
    expected = expected_order(books, column, descending=descending)
    sort: Any = f"{'-' if descending else ''}{column}"
    query = BookQuery(limit=limit, sort=sort)

    pages = await walk(database, query, "next")
    assert [row_id for page in pages for row_id in page] == expected
    assert all(len(page) == limit for page in pages[:-1])

    if len(pages) > 1:  # and back again
        last = await cursor_of_last(database, query, len(pages))
        back = await walk(database, query.model_copy(update={"cursor": last}), "previous")
        met = [*reversed(back), pages[-1]]
        assert [row_id for page in met for row_id in page] == expected


async def cursor_of_last(database: Database, query: BookQuery, pages: int) -> str:
    previous: str | None = None
    for _ in range(pages):
        async with database.transaction(reading=True) as session:
            found = await OpenRepository(session, ANONYMOUS).slice(query)
        previous = found.previous
        query = query.model_copy(update={"cursor": found.next})
    assert previous is not None
    return previous


async def put_books(shop: Shop, *titles: str) -> None:
    shelf = (await shop.editor.post("/shelves", json={"name": "all"})).json()["id"]
    for title in titles:
        answer = await shop.ada.post("/books", json={"title": title, "shelf_id": shelf})
        assert answer.status_code == 201, answer.text


async def test_links_lead_from_page_to_page(shop: Shop) -> None:
    await put_books(shop, *"abcde")
    answer = await shop.ada.get("/books?sort=title&limit=2&title__gte=b")
    met = [item["title"] for item in answer.json()["items"]]
    while "next" in answer.links:
        answer = await shop.ada.get(answer.links["next"]["url"])
        met += [item["title"] for item in answer.json()["items"]]
        assert answer.links["first"]["url"] == "/books?sort=title&limit=2&title__gte=b"
    assert met == ["b", "c", "d", "e"]
    back = await shop.ada.get(answer.links["prev"]["url"])
    assert [item["title"] for item in back.json()["items"]] == ["b", "c"]
    assert back.json()["previous"] is None


async def test_a_list_asked_for_without_parameters_links_to_itself(shop: Shop) -> None:
    assert (await shop.ada.get("/books")).headers["link"] == '</books>; rel="first"'


async def test_a_cursor_stays_right_while_rows_come_and_go(shop: Shop) -> None:
    await put_books(shop, *"bdfh")
    page = (await shop.ada.get("/books?sort=title&limit=2")).json()
    shelf = page["items"][0]["shelf_id"]
    await shop.ada.delete(f"/books/{page['items'][1]['id']}")  # the row that the cursor is at
    for title in "ae":
        await shop.ada.post("/books", json={"title": title, "shelf_id": shelf})
    rest = (await shop.ada.get("/books?sort=title")).json()
    assert [item["title"] for item in rest["items"]] == ["a", "b", "e", "f", "h"]
    following = await shop.ada.get(f"/books?sort=title&limit=2&cursor={page['next']}")
    assert [item["title"] for item in following.json()["items"]] == ["e", "f"]


async def test_a_page_far_into_a_list_takes_one_statement(shop: Shop) -> None:
    await put_books(shop, *"abc")
    page = (await shop.ada.get("/books?sort=title&limit=1")).json()
    with statements(shop.database) as found:
        await shop.ada.get(f"/books?sort=title&limit=1&cursor={page['next']}")
    assert len(found) == 1


@pytest.mark.parametrize(
    "query",
    ["sort=-title", "sort=pages", "sort=title&title__gte=a", "sort=title&q=a", "sort=created_at"],
)
async def test_a_cursor_of_another_list_is_refused(shop: Shop, query: str) -> None:
    await put_books(shop, *"ab")
    page = (await shop.ada.get("/books?sort=title&limit=1")).json()
    answer = await shop.ada.get(f"/books?{query}&cursor={page['next']}")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["query.cursor"]


def forge(cursor: str, place: int, value: object) -> str:
    """The cursor with something else in it."""
    parts = json.loads(base64.urlsafe_b64decode(cursor))
    parts[place] = value
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


@pytest.mark.parametrize(
    ("sort", "place", "value"),
    [
        ("title", 0, "0" * 16),
        ("title", 1, "perhaps"),
        ("title", 2, None),
        ("title", 2, 5),
        ("title", 2, "a\0"),
        ("title", 2, "\ud800"),
        ("title", 2, "a" * 201),
        ("title", 2, ["a"]),
        ("title", 3, "x"),
        ("title", 3, None),
        ("pages", 2, "x"),
        ("pages", 2, 10**30),
        ("price", 2, "NaN"),
        ("price", 2, "1" * 2000),
        ("price", 2, "1e400"),
        ("weight", 2, "Infinity"),
        ("sold_out", 2, "x"),
        ("binding", 2, "paper"),
        ("printed_at", 2, "2020-01-01T00:00:00"),
        ("printed_at", 2, "0001-01-01T00:00:00+05:00"),
    ],
)
async def test_a_forged_cursor_is_refused(shop: Shop, sort: str, place: int, value: object) -> None:
    await put_books(shop, *"ab")
    page = (await shop.ada.get(f"/books?sort={sort}&limit=1")).json()
    cursor = forge(page["next"], place, value)
    answer = await shop.ada.get(f"/books?sort={sort}&limit=1&cursor={cursor}")
    assert answer.status_code == 422, answer.text


@pytest.mark.parametrize(
    "cursor", ["x", "", "%00", "....", "bnVsbA==", "W10=", "e30=", "IiI=", "é", "A" * 20_000, "[1]"]
)
async def test_a_broken_cursor_is_refused(shop: Shop, cursor: str) -> None:
    answer = await shop.ada.get(f"/books?cursor={cursor}")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["query.cursor"]


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_bytes_break_a_cursor(noise: bytes) -> None:
    query = BookQuery(cursor=base64.urlsafe_b64encode(noise).decode())
    with pytest.raises(Invalid):
        read_cursor(query, Order.of(Book, "title", partial(getattr, Book)))


class OffsetQuery(PageQuery):
    sort: str


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=lists(), descending=st.booleans())
async def test_walking_by_offset_meets_every_row_once_and_in_order(
    database: Database,
    made: tuple[str, list[Any], int],
    descending: bool,  # noqa: FBT001
) -> None:
    column, values, limit = made
    books = await fill(database, column, values)
    sort, met = f"{'-' if descending else ''}{column}", list[UUID]()
    for offset in range(0, len(books) + 1, limit):
        query = OffsetQuery(sort=sort, limit=limit, offset=offset)
        async with database.transaction(reading=True) as session:
            rows, total = await OpenRepository(session, ANONYMOUS).page(query)
        assert total == len(books)
        met += [book.id for book in rows]
    assert met == expected_order(books, column, descending=descending)
