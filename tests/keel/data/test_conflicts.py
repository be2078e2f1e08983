"""What the database refuses, and what the caller is told."""

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from keel.data import Database, Model
from keel.problems import Conflict, Invalid, Problem
from sqlalchemy.exc import DBAPIError

from tests.keel.data.conftest import Shop, execute
from tests.keel.data.shop import Almanac, Book, Person, Shelf

pytestmark = pytest.mark.anyio


async def refusal(database: Database, *rows: Model) -> Problem:
    with pytest.raises(Problem) as caught:
        async with database.transaction() as session:
            session.add_all(rows)
    return caught.value


def fields(problem: Problem) -> list[str]:
    return [error.field for error in problem.errors]


async def parents(database: Database) -> tuple[UUID, UUID]:
    person, shelf = Person(name="Ada"), Shelf(name="Novels")
    async with database.transaction() as session:
        session.add_all([person, shelf])
    return person.id, shelf.id


async def test_what_is_taken_names_its_field(database: Database) -> None:
    problem = await refusal(database, Shelf(name="a"), Shelf(name="a"))
    assert isinstance(problem, Conflict)
    assert fields(problem) == ["body.name"]


async def test_what_is_taken_together_names_its_fields(database: Database) -> None:
    person, shelf = await parents(database)
    twice = [Book(title="Emma", owner_id=person, shelf_id=shelf) for _ in range(2)]
    problem = await refusal(database, *twice)
    assert fields(problem) == ["body.title", "body.shelf_id"]


async def test_a_missing_parent_is_invalid(database: Database) -> None:
    person, _ = await parents(database)
    problem = await refusal(database, Book(title="x", owner_id=person, shelf_id=uuid4()))
    assert isinstance(problem, Invalid)
    if database.engine.dialect.name == "postgresql":
        assert fields(problem) == ["body.shelf_id"]
    else:  # SQLite does not say which
        assert "owner_id, shelf_id" in problem.detail


async def test_a_missing_value_names_its_field(database: Database) -> None:
    problem = await refusal(database, Shelf(name=None))  # type: ignore[arg-type]
    assert isinstance(problem, Invalid)
    assert fields(problem) == ["body.name"]


async def test_a_value_outside_its_choice_is_invalid(database: Database) -> None:
    person, shelf = await parents(database)
    book = Book(title="x", owner_id=person, shelf_id=shelf)
    async with database.transaction() as session:
        session.add(book)
    with pytest.raises(Invalid) as caught:
        async with database.transaction() as session:
            await execute(session, "UPDATE books SET binding = 'paper'")
    assert fields(caught.value) == ["body.binding"]


@pytest.mark.parametrize("shop_url", ["postgres"], indirect=True)
async def test_a_number_out_of_range_is_invalid(database: Database) -> None:
    person, shelf = await parents(database)
    made: dict[str, Any] = {"title": "x", "owner_id": person, "shelf_id": shelf}
    assert isinstance(await refusal(database, Book(pages=2**40, **made)), Invalid)
    assert isinstance(await refusal(database, Book(price=Decimal(10) ** 20, **made)), Invalid)


async def test_a_parent_with_children_cannot_be_deleted(shop: Shop) -> None:
    shelf = (await shop.editor.post("/shelves", json={"name": "x"})).json()["id"]
    await shop.ada.post("/books", json={"title": "Emma", "shelf_id": shelf})
    answer = await shop.editor.delete(f"/shelves/{shelf}")
    assert answer.status_code == 409
    assert "refer to it" in answer.json()["detail"]


async def test_a_conflict_is_answered_without_sql(shop: Shop) -> None:
    await shop.editor.post("/shelves", json={"name": "x"})
    answer = await shop.editor.post("/shelves", json={"name": "x"})
    assert answer.status_code == 409
    assert answer.json()["errors"] == [{"field": "body.name", "message": "Is taken already."}]
    assert "INSERT" not in answer.text
    assert "constraint" not in answer.text.lower()


async def test_one_of_two_who_take_a_name_at_once_gets_it(shop: Shop) -> None:
    answers = await asyncio.gather(
        *(shop.editor.post("/shelves", json={"name": "x"}) for _ in range(8))
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7


async def test_a_constraint_whose_name_was_cut_still_tells_the_field(database: Database) -> None:
    problem = await refusal(
        database, Almanac(year_of_publication=1818), Almanac(year_of_publication=1818)
    )
    assert fields(problem) == ["body.year_of_publication"]


async def test_a_fault_of_ours_is_not_blamed_on_the_caller(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nonsense"):
        async with database.transaction() as session:
            await execute(session, "SELECT nonsense")
