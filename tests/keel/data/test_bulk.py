"""Many rows in one call: each done on its own, on both databases."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient, Response

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import statements
from tests.keel.data.test_service import make_book, make_shelf

pytestmark = pytest.mark.anyio


def statuses(answer: Response) -> list[int]:
    """What came of each row."""
    assert answer.status_code == 200, answer.text
    return [item["status"] for item in answer.json()["items"]]


async def titles(visitor: AsyncClient) -> set[str]:
    found = (await visitor.get("/books", params={"limit": 100})).json()["items"]
    return {book["title"] for book in found}


async def make(visitor: AsyncClient, *items: object) -> Response:
    sent = json.dumps(
        {"items": items}
    )  # as plain ASCII, which half of a surrogate pair goes through
    header = {"content-type": "application/json"}
    return await visitor.post("/books/bulk", content=sent, headers=header)


async def change(visitor: AsyncClient, *items: object) -> Response:
    return await visitor.patch("/books/bulk", json={"items": items})


async def delete(visitor: AsyncClient, *ids: object) -> Response:
    return await visitor.post("/books/bulk-delete", json={"items": ids})


async def test_each_row_is_answered_in_the_order_in_which_it_was_sent(shop: Shop) -> None:
    shelf_id = await make_shelf(shop)
    good: dict[str, Any] = {"shelf_id": shelf_id, "title": "Emma"}
    bad: list[object] = [good | {"pages": -1}, good | {"shelf_id": str(uuid4())}, good, 7]
    answer = await make(shop.ada, good, *bad, good | {"title": "Persuasion"})
    assert statuses(answer) == [201, 422, 422, 409, 422, 201]
    assert await titles(shop.ada) == {"Emma", "Persuasion"}
    first, *refused, last = answer.json()["items"]
    assert (first["row"]["title"], last["row"]["title"]) == ("Emma", "Persuasion")
    named = [[error["field"] for error in item["problem"]["errors"]] for item in refused]
    assert named == [["body.pages"], ["body.shelf_id"], ["body.title", "body.shelf_id"], ["body"]]
    assert [item["problem"]["instance"] for item in refused] == [
        f"#/items/{place}" for place in (1, 2, 3, 4)
    ]


async def test_what_the_database_refuses_between_others_undoes_none_of_them(shop: Shop) -> None:
    one, two, three = [await make_book(shop, title) for title in ("One", "Two", "Three")]
    shelf_id = one["shelf_id"]
    moves = [{"id": book["id"], "title": "One", "shelf_id": shelf_id} for book in (two, three)]
    answer = await change(
        shop.ada, {"id": one["id"], "pages": 1}, *moves, {"id": three["id"], "pages": 3}
    )
    assert statuses(answer) == [200, 409, 409, 200]
    books = (await shop.ada.get("/books", params={"sort": "title"})).json()["items"]
    assert [(book["title"], book["pages"]) for book in books] == [
        ("One", 1),
        ("Three", 3),
        ("Two", None),
    ]


async def test_rows_of_strangers_are_not_found_among_ones_own(shop: Shop) -> None:
    mine, theirs = await make_book(shop, "Mine"), await make_book(shop, "Theirs")
    assert statuses(await change(shop.bob, {"id": theirs["id"], "pages": 1})) == [404]
    assert statuses(await change(shop.editor, {"id": theirs["id"], "pages": 1})) == [403]
    assert statuses(await delete(shop.bob, mine["id"], theirs["id"])) == [404, 404]
    assert await titles(shop.ada) == {"Mine", "Theirs"}


async def test_a_row_that_is_named_twice_is_found_as_the_first_left_it(shop: Shop) -> None:
    book_id = (await make_book(shop))["id"]
    answer = await change(shop.ada, {"id": book_id, "pages": 1}, {"id": book_id, "price": "2"})
    assert statuses(answer) == [200, 200]
    last = answer.json()["items"][1]["row"]
    assert (last["pages"], last["price"]) == (1, "2.00")
    assert statuses(await delete(shop.ada, book_id, book_id)) == [204, 404]


async def test_a_refused_change_leaves_nothing_behind_for_the_next_one_of_its_row(
    shop: Shop,
) -> None:
    one, two = await make_book(shop, "One"), await make_book(shop, "Two")
    clash = {"id": two["id"], "title": "One", "shelf_id": one["shelf_id"], "pages": 9}
    answer = await change(shop.ada, clash, {"id": two["id"], "price": "1"})
    assert statuses(answer) == [409, 200]
    row = answer.json()["items"][1]["row"]
    assert (row["title"], row["pages"], row["price"]) == ("Two", None, "1.00")


async def test_what_an_owner_overrides_holds_for_each_row(shop: Shop) -> None:
    book_id = (await make_book(shop))["id"]
    answer = await change(shop.ada, {"id": book_id, "title": "Forbidden"})
    assert statuses(answer) == [409]
    assert answer.json()["items"][0]["problem"]["detail"] == "No book is called so."


async def test_a_fault_of_the_backend_undoes_the_whole_call(shop: Shop) -> None:
    good = {"shelf_id": await make_shelf(shop), "title": "Emma"}
    answer = await make(shop.ada, good, good | {"title": "Lightning"})
    assert answer.status_code == 503
    assert await titles(shop.ada) == set()


@pytest.mark.parametrize("body", [{}, {"items": []}, {"items": [{}] * 101}, {"items": {}}, []])
async def test_a_call_has_one_row_to_a_hundred(shop: Shop, body: object) -> None:
    answer = await shop.ada.post("/books/bulk", json=body)
    assert answer.status_code == 422


@pytest.mark.parametrize("text", ["\0", "\ud800"])
async def test_what_cannot_be_stored_is_wrong_in_its_row_alone(shop: Shop, text: str) -> None:
    good = {"shelf_id": await make_shelf(shop), "title": "Emma"}
    assert statuses(await make(shop.ada, good | {"title": text}, good)) == [422, 201]


async def test_two_calls_that_name_rows_in_opposite_orders_both_end(shop: Shop) -> None:
    ids = [(await make_book(shop, f"Book {number}"))["id"] for number in range(10)]

    async def mark(pages: int, order: list[str]) -> list[int]:
        return statuses(await change(shop.ada, *({"id": each, "pages": pages} for each in order)))

    found = await asyncio.gather(*(mark(n, ids if n % 2 else ids[::-1]) for n in range(2)))
    assert found == [[200] * 10] * 2


async def test_statements_grow_by_what_a_row_takes_and_a_savepoint(shop: Shop) -> None:
    ids = [(await make_book(shop, f"Book {number}"))["id"] for number in range(5)]
    counts: list[int] = []
    for few in (ids[:1], ids[:5]):
        with statements(shop.database) as sent:
            changes = ({"id": each, "pages": len(few)} for each in few)
            assert statuses(await change(shop.ada, *changes)) == [200] * len(few)
        counts.append(len(sent))
    # One lock in all; for each row its savepoint, the row, its change, and the end of it.
    assert counts == [1 + 4, 1 + 5 * 4]
