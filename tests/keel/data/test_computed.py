"""Values that SQL works out for a row, shown, sorted and filtered by, for one caller."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal
from uuid import UUID

import pytest
from keel.access import Caller, Policy, anyone
from keel.data import (
    Computed,
    CursorPage,
    CursorQuery,
    Database,
    Input,
    Output,
    PageQuery,
    Repository,
    Service,
)
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import (
    Binding,
    Book,
    BookRepository,
    Person,
    Role,
    Shelf,
    statements,
)

pytestmark = pytest.mark.anyio


class CountedShelf(Output):
    id: UUID
    name: str
    book_count: int
    long_count: int
    pages: int
    rating: Decimal | None
    price: Decimal | None
    revenue: Decimal
    cheapest: Decimal | None
    lightest: float | None
    latest: datetime | None
    first_title: str | None


Sort = Literal["book_count", "-book_count", "rating", "-rating", "latest", "first_title", "price"]


class ShelfPage(PageQuery):
    sort: Sort = "book_count"
    book_count__gte: int | None = None
    rating: Decimal | None = None
    rating__is_null: bool | None = None
    rating__lt: Decimal | None = None


class ShelfSlice(CursorQuery):
    sort: Sort = "book_count"


class CountedShelves(Repository[Shelf]):
    policy = Policy(read=anyone)

    @cached_property
    def computed(self) -> Computed:
        books = self.referring(BookRepository, by="shelf_id")
        return {
            "book_count": books.count(),
            "long_count": books.count(pages__gte=100, binding=Binding.SOFT),
            "pages": books.sum("pages"),
            "rating": books.average("pages"),
            "price": books.average("price"),
            "revenue": books.sum("price"),
            "cheapest": books.min("price", sold_out=False),
            "lightest": books.min("weight"),
            "latest": books.max("printed_at"),
            "first_title": books.min("title"),
        }


class ShelfService(Service[Shelf, Input, Input, CountedShelf]):
    """Shelves with what their books come to."""


@dataclass
class Library:
    """Shelves of a database, as a caller sees them."""

    database: Database
    ada: Person
    editor: Caller

    async def shelf(self, name: str, *books: dict[str, Any]) -> Shelf:
        """A new shelf with books, Ada's unless another owner is said."""
        shelf = Shelf(name=name)
        async with self.database.transaction() as session:
            session.add(shelf)
            await session.flush()
            for number, book in enumerate(books):
                values: dict[str, Any] = {"title": f"{name} {number}", "owner_id": self.ada.id}
                session.add(Book(shelf_id=shelf.id, **values | book))
        return shelf

    async def read(self, shelf: Shelf, caller: Caller | None = None) -> CountedShelf:
        async with self.database.transaction() as session:
            return await self._service(session, caller).read(shelf.id)

    async def names(self, caller: Caller | None = None, **query: Any) -> list[str]:
        """The names on a page."""
        async with self.database.transaction() as session:
            page = await self._service(session, caller).page(ShelfPage(**query))
        return [shelf.name for shelf in page.items]

    async def walk(self, **query: Any) -> tuple[list[str], list[str]]:
        """The names on all pages of one row, by cursors: there, and from the last one back."""
        there = await self._follow("next", None, query)
        back = await self._follow("previous", there[-1].next or there[-2].next, query)
        return _names(there), _names(back)

    async def _follow(
        self, way: Literal["next", "previous"], cursor: str | None, query: dict[str, Any]
    ) -> list[CursorPage[CountedShelf]]:
        pages: list[CursorPage[CountedShelf]] = []
        while not pages or cursor:
            asked = ShelfSlice(limit=1, cursor=cursor, **query)
            async with self.database.transaction() as session:
                pages.append(await self._service(session).cursor_page(asked))
            cursor = getattr(pages[-1], way)
        return pages

    def _service(self, session: AsyncSession, caller: Caller | None = None) -> ShelfService:
        return ShelfService(CountedShelves(session, caller or self.editor))


def _names(pages: list[CursorPage[CountedShelf]]) -> list[str]:
    return [shelf.name for page in pages for shelf in page.items]


@pytest.fixture
async def library(database: Database) -> Library:
    ada = Person(name="Ada")
    async with database.transaction() as session:
        session.add(ada)
    return Library(database, ada, Caller(id=ada.id, role=Role.EDITOR))


async def test_without_rows_counts_and_sums_are_0_and_all_else_is_null(library: Library) -> None:
    shelf = await library.read(await library.shelf("Empty"))
    assert shelf.model_dump(exclude={"id", "name"}) == {
        "book_count": 0,
        "long_count": 0,
        "pages": 0,
        "rating": None,
        "price": None,
        "revenue": Decimal("0.00"),
        "cheapest": None,
        "lightest": None,
        "latest": None,
        "first_title": None,
    }


async def test_values_are_those_of_the_rows_that_refer_here(library: Library) -> None:
    moment = datetime(2026, 1, 31, 8, tzinfo=UTC)
    shelf = await library.shelf(
        "Novels",
        {"title": "a", "pages": 100, "price": Decimal("0.10"), "weight": 0.5},
        {"title": "B", "pages": 101, "price": Decimal("0.20"), "printed_at": moment},
        {"title": "c", "price": Decimal("0.05"), "sold_out": True, "binding": Binding.HARD},
    )
    await library.shelf("Others", {"pages": 7})
    shown = await library.read(shelf)
    assert shown.model_dump(mode="json", exclude={"id", "name"}) == {
        "book_count": 3,
        "long_count": 2,
        "pages": 201,
        "rating": "100.50",
        "price": "0.12",
        "revenue": "0.35",
        "cheapest": "0.10",
        "lightest": 0.5,
        "latest": "2026-01-31T08:00:00Z",
        "first_title": "B",
    }


@pytest.mark.parametrize(
    ("prices", "average"),
    [
        (["1.00", "1.01"], "1.01"),  # 1.005: as floating point a little less
        (["-1.00", "-1.01"], "-1.01"),
        (["0.01", "0.00", "0.00"], "0.00"),
        (["0.02", "0.00", "0.00"], "0.01"),
        (["9999999.99", "9999999.98"], "9999999.99"),
    ],
)
async def test_averages_are_rounded_alike_everywhere(
    library: Library, prices: list[str], average: str
) -> None:
    shelf = await library.shelf("Novels", *({"price": Decimal(price)} for price in prices))
    assert str((await library.read(shelf)).price) == average


async def test_only_rows_that_the_caller_may_list_count(library: Library) -> None:
    shelf = await library.shelf("Novels", {"pages": 100})
    other = await library.shelf("Poems", {"pages": 1}, {"pages": 2})
    owner, stranger, unknown = Caller(id=library.ada.id), Caller(id=shelf.id), Caller()
    assert (await library.read(shelf, owner)).book_count == 1
    for caller in (stranger, unknown):
        seen = await library.read(shelf, caller)
        assert (seen.book_count, seen.pages, seen.rating) == (0, 0, None)
        assert await library.names(caller, book_count__gte=1) == []
    assert await library.names(owner, sort="-book_count") == ["Poems", "Novels"]
    assert (await library.read(other, owner)).rating == Decimal("1.50")


async def shelves(library: Library) -> None:
    await library.shelf("two", {"pages": 3, "title": "b"}, {"pages": 4})
    await library.shelf("none")
    await library.shelf("one", {"pages": 4, "title": "a"})
    await library.shelf("three", {"pages": 4, "title": "C"}, {"pages": 4}, {"pages": 4})


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("book_count", ["none", "one", "two", "three"]),
        ("-book_count", ["three", "two", "one", "none"]),
        ("rating", ["two", "one", "three", "none"]),
        ("-rating", ["none", "three", "one", "two"]),
        ("first_title", ["three", "one", "two", "none"]),
        ("latest", ["two", "none", "one", "three"]),
        ("price", ["two", "none", "one", "three"]),
    ],
)
async def test_lists_are_sorted_by_them_in_pages_of_both_kinds(
    library: Library, sort: str, names: list[str]
) -> None:
    await shelves(library)
    assert await library.names(sort=sort) == names
    assert await library.names(sort=sort, limit=2, offset=1) == names[1:3]
    assert await library.walk(sort=sort) == (names, names[::-1])


async def test_lists_are_filtered_by_them(library: Library) -> None:
    await shelves(library)
    assert await library.names(book_count__gte=2) == ["two", "three"]
    assert await library.names(rating="3.5") == ["two"]
    assert await library.names(rating__is_null=True) == ["none"]
    assert await library.names(rating__lt="4.00") == ["two"]


async def test_a_page_takes_one_statement_more(library: Library) -> None:
    await shelves(library)
    queries: tuple[dict[str, Any], ...] = ({}, {"sort": "rating", "book_count__gte": 1})
    for query in queries:
        with statements(library.database) as sent:
            assert await library.names(**query)
        assert len(sent) == 2, sent
    with statements(library.database) as sent:
        await library.walk(sort="rating")
    assert len(sent) <= 3 * 8, sent  # eight pages, each in one stretch of the order or in two
