"""Lists: pages, links, filters, search and sort."""

from typing import Any

import pytest
from keel.access import ANONYMOUS
from keel.data import Database, Repository
from sqlmodel import col

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import (
    Almanac,
    Book,
    BookRepository,
    Shelf,
    ShelfQuery,
    ShelfRepository,
    statements,
)

pytestmark = pytest.mark.anyio


async def put_shelves(database: Database, *names: str, place: str | None = None) -> None:
    async with database.transaction() as session:
        for name in names:
            session.add(Shelf(name=name, place=place))
            await session.flush()


async def names_of(shop: Shop, **query: str | int) -> list[str]:
    answer = await shop.nobody.get("/shelves", params=query)
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


async def test_a_page_says_how_many_there_are(shop: Shop) -> None:
    await put_shelves(shop.database, *"abcde")
    answer = await shop.nobody.get("/shelves", params={"limit": 2, "offset": 1, "sort": "name"})
    page = answer.json()
    assert [item["name"] for item in page.pop("items")] == ["b", "c"]
    assert page == {"total": 5, "limit": 2, "offset": 1}


async def test_the_newest_come_first_unless_asked_otherwise(shop: Shop) -> None:
    await put_shelves(shop.database, *"bca")
    assert await names_of(shop) == ["a", "c", "b"]
    assert await names_of(shop, sort="created_at") == ["b", "c", "a"]
    assert await names_of(shop, sort="-name") == ["c", "b", "a"]


async def test_text_sorts_by_code_point_on_every_database(shop: Shop) -> None:
    names = ["b", "B", "a", "_", "É", "e", "-", "Z", "é", "\U0001f600", "\uffee", "", "a b", "ab"]
    await put_shelves(shop.database, *names)
    assert await names_of(shop, sort="name") == sorted(names)


async def test_nothing_is_greater_than_anything(shop: Shop) -> None:
    await put_shelves(shop.database, "a", "b")
    await put_shelves(shop.database, "c", place="x")
    assert await names_of(shop, sort="place") == ["c", "a", "b"]
    assert await names_of(shop, sort="-place") == ["b", "a", "c"]


async def test_a_list_takes_as_many_statements_whatever_its_size(shop: Shop) -> None:
    await put_shelves(shop.database, *(f"shelf {number}" for number in range(60)))
    for limit in (1, 20, 50):
        with statements(shop.database) as found:
            await names_of(shop, limit=limit)
        assert len(found) == 3  # rows, how many there are, extras
    with statements(shop.database) as found:
        await names_of(shop, limit=100)
    assert len(found) == 2  # the whole list is on the page


@pytest.mark.parametrize(
    ("offset", "links"),
    [
        (0, {"first": 0, "last": 4, "next": 2}),
        (2, {"first": 0, "last": 4, "prev": 0, "next": 4}),
        (4, {"first": 0, "last": 4, "prev": 2}),
        (1, {"first": 0, "last": 4, "prev": 0, "next": 3}),
        (9, {"first": 0, "last": 4, "prev": 7}),
    ],
)
async def test_links_lead_to_the_pages_around(
    shop: Shop, offset: int, links: dict[str, int]
) -> None:
    await put_shelves(shop.database, *"abcde")
    answer = await shop.nobody.get(f"/shelves?sort=name&limit=2&offset={offset}")
    found = {rel: link["url"] for rel, link in answer.links.items()}
    assert found == {
        rel: f"/shelves?sort=name&limit=2&offset={place}" for rel, place in links.items()
    }


async def test_links_keep_hostile_parameters_harmless(shop: Shop) -> None:
    await put_shelves(shop.database, *"abc")
    answer = await shop.nobody.get("/shelves", params={"limit": 1, "q": 'b>; rel="x"\r\nA: b é'})
    assert answer.status_code == 200
    assert "<" not in answer.headers["link"].split(">")[0][1:]
    assert "a" not in answer.headers


async def test_an_empty_list_has_a_first_page(shop: Shop) -> None:
    answer = await shop.nobody.get("/shelves")
    assert answer.json() == {"items": [], "total": 0, "limit": 20, "offset": 0}
    assert set(answer.links) == {"first", "last"}


@pytest.mark.parametrize(
    "query",
    [
        "limit=0", "limit=101", "limit=x", "offset=-1", "offset=2147483648", "offset=1e400",
        "sort=nope", "sort=__class__", "sort=id;drop", "colour=red", "name=%00", "name__gte=a",
        "q=%00", "place__is_null=perhaps",
    ],
)  # fmt: skip
async def test_a_query_that_makes_no_sense_is_refused(shop: Shop, query: str) -> None:
    answer = await shop.nobody.get(f"/shelves?{query}")
    assert answer.status_code == 422
    field = query.partition("=")[0]
    assert {error["field"] for error in answer.json()["errors"]} == {f"query.{field}"}


async def test_unknown_parameters_are_refused_beside_path_parameters(shop: Shop) -> None:
    shelf = (await shop.editor.post("/shelves", json={"name": "x"})).json()["id"]
    address = f"/shelves/{shelf}/books"
    assert (await shop.ada.get(address)).status_code == 200
    assert (await shop.ada.get(address, params={"colour": "red"})).status_code == 422


async def test_search_finds_every_word_whatever_its_case(shop: Shop) -> None:
    await put_shelves(shop.database, "Old Émile", "New émile")
    await put_shelves(shop.database, "Émile", place="old town")
    assert await names_of(shop, q="ÉMILE old") == ["Old Émile", "Émile"]
    assert await names_of(shop, q="  ") == ["Émile", "New émile", "Old Émile"]
    assert await names_of(shop, q="old new") == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "/", "'", '"', "*", "-", "(", "%%", "a_c", "OR"])
async def test_search_knows_no_wildcards_and_no_operators(shop: Shop, text: str) -> None:
    await put_shelves(shop.database, "abc", f"x{text}y")
    assert await names_of(shop, q=text) == []


async def put_books(shop: Shop, *books: dict[str, Any]) -> None:
    shelf = (await shop.editor.post("/shelves", json={"name": "all"})).json()["id"]
    for book in books:
        answer = await shop.ada.post("/books", json=book | {"shelf_id": shelf})
        assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", "A1 B2 a% ax"),
        ("pages=2", "B2"),
        ("pages__ne=2", "A1 a% ax"),
        ("pages__gt=1", "B2 a%"),
        ("pages__lt=2", "A1"),
        ("pages__in=1&pages__in=3", "A1 a%"),
        ("pages__is_null=true", "ax"),
        ("pages__is_null=false", "A1 B2 a%"),
        ("title=a%25", "a%"),
        ("title__gte=B", "B2 a% ax"),
        ("title__contains=A%25", "a%"),
        ("title__startswith=A", "A1 a% ax"),
        ("title__startswith=_1", ""),
        ("price__lte=10.10", "A1"),
        ("binding=hard+cover", "B2"),
        ("printed_at__gte=2020-01-01T00:00:00%2B02:00", "A1"),
        ("pages__gt=1&title__contains=a", "a%"),
    ],
)
async def test_filters_choose_rows(shop: Shop, query: str, titles: str) -> None:
    await put_books(
        shop,
        {"title": "A1", "pages": 1, "price": "10.10", "printed_at": "2019-12-31T22:00:00Z"},
        {"title": "B2", "pages": 2, "price": "10.11", "binding": "hard cover"},
        {"title": "a%", "pages": 3, "printed_at": "2019-12-31T21:59:59Z"},
        {"title": "ax"},
    )
    answer = await shop.ada.get(f"/books?sort=title&{query}")
    assert answer.status_code == 200, answer.text
    assert " ".join(item["title"] for item in answer.json()["items"]) == titles


async def test_a_condition_of_the_owners_own_stays_within_the_scope(shop: Shop) -> None:
    await put_books(shop, {"title": "Emma"})
    async with shop.database.transaction() as session:
        emma = BookRepository(session, ANONYMOUS).reachable().where(col(Book.title) == "Emma")
        assert (await session.exec(emma)).all() == []


async def test_a_search_where_nothing_is_searched_finds_nothing(shop: Shop) -> None:
    class Almanacs(Repository[Almanac]):
        """Almanacs, which have no text to look into."""

        policy = ShelfRepository.policy

    async with shop.database.transaction() as session:
        session.add(Almanac(year_of_publication=1999))
    async with shop.database.transaction() as session:
        rows, total = await Almanacs(session, ANONYMOUS).page(
            ShelfQuery(q="1999", sort="created_at")
        )
    assert (rows, total) == ([], 0)
