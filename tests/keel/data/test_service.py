"""Rows made, read, changed and deleted through the service."""

from typing import Any

import pytest

from tests.keel.data.conftest import Shop
from tests.keel.data.shop import statements

pytestmark = pytest.mark.anyio


async def make_shelf(shop: Shop, name: str = "Novels") -> str:
    answer = await shop.editor.post("/shelves", json={"name": name})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def make_book(shop: Shop, title: str = "Emma", **more: object) -> dict[str, Any]:
    body = {"title": title, "shelf_id": await make_shelf(shop, f"for {title}")} | more
    answer = await shop.ada.post("/books", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def test_what_is_created_can_be_read(shop: Shop) -> None:
    book = await make_book(shop, pages=3, price="9.90", extra={"a": [1.5, None]})
    answer = await shop.ada.get(f"/books/{book['id']}")
    assert answer.status_code == 200
    assert answer.json() == book
    assert (book["pages"], book["price"], book["extra"]) == (3, "9.90", {"a": [1.5, None]})


@pytest.mark.parametrize(
    ("sent", "read"), [("1E+1", "10.00"), ("7", "7.00"), ("-0", "0.00"), ("0e-9", "0.00")]
)
async def test_a_decimal_is_answered_as_it_will_be_read(shop: Shop, sent: str, read: str) -> None:
    book = await make_book(shop, price=sent)
    address = f"/books/{book['id']}"
    assert book["price"] == read
    assert (await shop.ada.get(address)).json() == book
    assert (await shop.ada.patch(address, json={"price": sent})).json()["price"] == read


async def test_what_is_created_belongs_to_its_maker(shop: Shop) -> None:
    book = await make_book(shop)
    assert book["owner_id"] == shop.ada.headers["x-caller"]


async def test_extras_stand_beside_the_columns(shop: Shop) -> None:
    shelf_id = await make_shelf(shop)
    await make_book(shop, "Emma", shelf_id=shelf_id)
    shelf = (await shop.ada.get(f"/shelves/{shelf_id}")).json()
    assert (shelf["name"], shelf["book_count"]) == ("Novels", 1)


async def test_extras_of_a_page_take_as_many_statements_as_those_of_a_row(shop: Shop) -> None:
    for name in ("Novels", "Poems", "Plays"):
        await make_shelf(shop, name)
    with statements(shop.database) as sent:
        answer = await shop.ada.get("/shelves")
    assert [shelf["book_count"] for shelf in answer.json()["items"]] == [0, 0, 0]
    assert len(sent) == 2, sent


async def test_a_stranger_finds_nothing(shop: Shop) -> None:
    address = f"/books/{(await make_book(shop))['id']}"
    assert (await shop.bob.get(address)).status_code == 404
    assert (await shop.bob.patch(address, json={"title": "Mine"})).status_code == 404
    assert (await shop.bob.delete(address)).status_code == 404
    assert (await shop.bob.get("/books")).json()["items"] == []


async def test_who_may_see_but_not_change_is_refused(shop: Shop) -> None:
    address = f"/books/{(await make_book(shop))['id']}"
    assert (await shop.editor.get(address)).status_code == 200
    assert (await shop.editor.patch(address, json={"title": "Mine"})).status_code == 403
    assert (await shop.editor.delete(address)).status_code == 403


async def test_who_may_not_create_is_refused(shop: Shop) -> None:
    assert (await shop.ada.post("/shelves", json={"name": "x"})).status_code == 403


async def test_an_update_leaves_alone_what_it_does_not_say(shop: Shop) -> None:
    book = await make_book(shop, pages=3, extra={"a": 1})
    answer = await shop.ada.patch(f"/books/{book['id']}", json={"title": "Emma II"})
    changed = answer.json()
    assert changed["updated_at"] > book["updated_at"]
    assert changed == book | {"title": "Emma II", "updated_at": changed["updated_at"]}
    assert (await shop.ada.get(f"/books/{book['id']}")).json() == changed


async def test_an_update_can_set_null_where_the_column_allows_it(shop: Shop) -> None:
    address = f"/books/{(await make_book(shop, pages=3))['id']}"
    assert (await shop.ada.patch(address, json={"pages": None})).json()["pages"] is None
    assert (await shop.ada.patch(address, json={"title": None})).status_code == 422


async def test_an_update_that_changes_nothing_is_no_change(shop: Shop) -> None:
    book = await make_book(shop)
    answer = await shop.ada.patch(f"/books/{book['id']}", json={"title": "Emma"})
    assert answer.json() == book


async def test_what_is_deleted_is_gone(shop: Shop) -> None:
    address = f"/books/{(await make_book(shop))['id']}"
    assert (await shop.ada.delete(address)).status_code == 204
    assert (await shop.ada.get(address)).status_code == 404


async def test_a_reference_to_nothing_names_its_field(shop: Shop) -> None:
    nowhere = "01a1f8ac-8e64-71e7-9141-d3ce152d895d"
    answer = await shop.ada.post("/books", json={"title": "Emma", "shelf_id": nowhere})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["body.shelf_id"]
    address = f"/books/{(await make_book(shop))['id']}"
    answer = await shop.ada.patch(address, json={"shelf_id": nowhere})
    assert [error["field"] for error in answer.json()["errors"]] == ["body.shelf_id"]


async def test_what_the_body_may_not_set_is_refused(shop: Shop) -> None:
    shelf = await make_shelf(shop)
    body = {"title": "Emma", "shelf_id": shelf, "owner_id": shelf}
    answer = await shop.ada.post("/books", json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["body.owner_id"]


async def test_reads_and_writes_take_few_statements(shop: Shop) -> None:
    address = f"/books/{(await make_book(shop))['id']}"
    shelf = await make_shelf(shop)
    with statements(shop.database) as found:
        await shop.ada.get(address)
    assert len(found) == 1
    with statements(shop.database) as found:
        await shop.ada.post("/books", json={"title": "Persuasion", "shelf_id": shelf})
    assert len(found) == 3  # is the shelf there, insert, its words
    with statements(shop.database) as found:
        await shop.ada.patch(address, json={"title": "Emma II"})
    assert len(found) == 3
    with statements(shop.database) as found:
        await shop.ada.patch(address, json={"pages": 200})
    assert len(found) == 2  # no word is another
    with statements(shop.database) as found:
        await shop.ada.delete(address)
    assert len(found) == 2
