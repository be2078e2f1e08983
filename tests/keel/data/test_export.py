"""Exports: a file of all rows, made while it is sent."""

import csv
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from fastapi import APIRouter, Depends, FastAPI, Query
from httpx2 import ASGITransport, AsyncClient, Response
from keel.access import Caller
from keel.data import Database, ExportResponse, FileFormat, Input, SnapshotSession, exported
from keel.data import repository as repositories
from keel.problems import Unavailable
from sqlmodel import select

from tests.keel.data.conftest import Shop, checked_out
from tests.keel.data.shop import (
    Binding,
    Book,
    BookService,
    CurrentCaller,
    Shelf,
    get_books,
    make_app,
    statements,
)

pytestmark = pytest.mark.anyio

CHUNK = repositories.CHUNK_ROWS
router = APIRouter()


class Selection(Input):
    sort: Literal["created_at", "-created_at", "pages", "-pages"] = "-created_at"
    q: str | None = None
    pages__gt: int | None = None


async def get_books_to_export(session: SnapshotSession, caller: CurrentCaller) -> BookService:
    return await get_books(session, caller)


Books = Annotated[BookService, Depends(get_books_to_export)]


@router.get(
    "/export.{file_format}", response_class=ExportResponse, responses=exported("csv", "jsonl")
)
async def export_books(
    file_format: FileFormat, query: Annotated[Selection, Query()], books: Books
) -> ExportResponse:
    return ExportResponse.of(books, query, file_format)


@router.get("/shelves/{shelf_id}/export.{file_format}", response_class=ExportResponse)
async def export_books_of_shelf(
    shelf_id: UUID, file_format: FileFormat, query: Annotated[Selection, Query()], books: Books
) -> ExportResponse:
    return ExportResponse.of(books, query, file_format, shelf_id=shelf_id)


@pytest.fixture
def app(database: Database) -> FastAPI:
    app = make_app(database)
    app.include_router(router)
    return app


@pytest.fixture
async def ada(shop: Shop, app: FastAPI) -> AsyncIterator[AsyncClient]:
    headers = {"x-caller": shop.ada.headers["x-caller"]}
    async with AsyncClient(
        transport=ASGITransport(app), base_url="http://shop", headers=headers
    ) as client:
        yield client


async def fill(shop: Shop, count: int, **values: Any) -> Shelf:
    """A shelf with Ada's books, the first two of which say no pages, and one of Bob's."""
    shelf = Shelf(name=f"shelf of {count}")
    ada, bob = (UUID(each.headers["x-caller"]) for each in (shop.ada, shop.bob))

    def book(number: int, owner_id: UUID) -> Book:
        pages = number if number > 1 else None
        given: dict[str, Any] = {"title": f"Book {number}", "pages": pages} | values
        return Book(shelf_id=shelf.id, owner_id=owner_id, **given)

    async with shop.database.transaction() as session:
        session.add(shelf)
        await session.flush()
        session.add_all([book(number, ada) for number in range(count)])
        session.add(Book(title="Bob's", shelf_id=shelf.id, owner_id=bob, pages=7))
    return shelf


def rows_in(answer: Response) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def cells_in(answer: Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(StringIO(answer.text, newline=""), strict=True))


async def test_lines_of_json_are_what_the_list_answers(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 3, price=Decimal("9.50"), printed_at=datetime(2001, 12, 31, tzinfo=UTC))
    answer = await ada.get("/export.jsonl")
    assert answer.headers["content-type"] == "application/jsonl"
    assert answer.headers["content-disposition"] == 'attachment; filename="books.jsonl"'
    assert rows_in(answer) == (await ada.get("/books")).json()["items"]


async def test_a_csv_has_a_line_of_names_and_one_for_each_row(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 3, price=Decimal("9.50"), sold_out=True, binding=Binding.HARD)
    answer = await ada.get("/export.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="books.csv"'
    assert answer.text.count("\r\n") == 4
    first = cells_in(answer)[0]
    listed = (await ada.get("/books")).json()["items"][0]
    assert list(first) == list(listed)
    assert first["id"] == listed["id"]
    assert first["created_at"] == listed["created_at"]
    assert (first["price"], first["pages"], first["weight"]) == ("9.50", "2", "")
    assert (first["sold_out"], first["binding"]) == ("true", "hard cover")


async def test_a_csv_without_rows_has_its_names(ada: AsyncClient) -> None:
    answer = await ada.get("/export.csv")
    assert answer.text.startswith("id,owner_id,title,")
    assert cells_in(answer) == []


async def test_no_rows_are_no_lines_of_json(ada: AsyncClient) -> None:
    assert (await ada.get("/export.jsonl")).content == b""


@pytest.mark.parametrize("title", ['a "b", c', "two\r\nlines", "a;b\tc", " Ärger 🍋 ", "x'y"])
async def test_any_text_comes_back_from_its_cell(shop: Shop, ada: AsyncClient, title: str) -> None:
    await fill(shop, 1, title=title)
    (cells,) = cells_in(await ada.get("/export.csv"))
    assert cells["title"] == title


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
async def test_no_text_is_a_formula(shop: Shop, ada: AsyncClient, title: str) -> None:
    await fill(shop, 1, title=title)
    (cells,) = cells_in(await ada.get("/export.csv"))
    assert cells["title"] == f"'{title}"
    (row,) = rows_in(await ada.get("/export.jsonl"))
    assert row["title"] == title


async def test_a_negative_number_stays_a_number(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 1, price=Decimal("-9.50"), weight=-0.5)
    (cells,) = cells_in(await ada.get("/export.csv"))
    assert (cells["price"], cells["weight"]) == ("-9.50", "-0.5")


@pytest.mark.parametrize("extra", [{"a": [1, "ü"]}, ["=1"], "=1+1", "5", 5, -1.5, True, False])
async def test_json_is_json_in_its_cell(shop: Shop, ada: AsyncClient, extra: object) -> None:
    await fill(shop, 1, extra=extra)
    (cells,) = cells_in(await ada.get("/export.csv"))
    assert json.loads(cells["extra"]) == extra


async def test_an_export_has_the_callers_own_rows(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 3)
    assert "Bob's" not in {row["title"] for row in rows_in(await ada.get("/export.jsonl"))}


async def test_an_export_keeps_to_filters_and_search(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 12)
    answer = await ada.get("/export.jsonl", params={"pages__gt": 2, "q": "1"})
    assert [row["title"] for row in rows_in(answer)] == ["Book 11", "Book 10"]


@pytest.mark.parametrize("sort", ["created_at", "-created_at", "pages", "-pages"])
async def test_chunks_go_on_in_order_where_the_last_ended(
    shop: Shop, ada: AsyncClient, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(shop, 7)
    monkeypatch.setattr(repositories, "CHUNK_ROWS", 3)
    answer = await ada.get("/export.jsonl", params={"sort": sort})
    listed = await ada.get("/books", params={"sort": sort})
    assert rows_in(answer) == listed.json()["items"]


async def test_a_chunk_costs_one_statement(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 2 * CHUNK + 1)
    with statements(shop.database) as sent:
        rows = rows_in(await ada.get("/export.jsonl"))
    assert len(rows) == 2 * CHUNK + 1
    assert len(sent) == 3, "\n".join(sent)


async def test_no_more_than_a_chunk_is_held(shop: Shop) -> None:
    await fill(shop, 2 * CHUNK + 1)
    async with shop.database.snapshot() as session:
        books = await get_books(session, caller_of(shop))
        async for rows in books.chunks(Selection()):
            assert len(rows) <= CHUNK
            assert len(session.identity_map) <= 2 * CHUNK


async def test_rows_are_those_of_one_moment(shop: Shop) -> None:
    await fill(shop, CHUNK + 1)
    titles: list[str] = []
    async with shop.database.snapshot() as session:
        books = await get_books(session, caller_of(shop))
        async for rows in books.chunks(Selection()):
            if not titles:
                await rename_all(shop)
            titles += [row.title for row in rows]
    assert len(titles) == CHUNK + 1
    assert not [title for title in titles if title.startswith("new")]


async def test_below_nothing_there_is_nothing_to_export(shop: Shop, ada: AsyncClient) -> None:
    shelf = await fill(shop, 1)
    assert len(rows_in(await ada.get(f"/shelves/{shelf.id}/export.jsonl"))) == 1
    answer = await ada.get(f"/shelves/{UUID(int=1)}/export.csv")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-disposition" not in answer.headers


async def test_an_unknown_format_is_refused(ada: AsyncClient) -> None:
    assert (await ada.get("/export.xlsx")).status_code == 422


async def test_what_fails_at_first_is_a_problem(
    shop: Shop, ada: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(shop, 1)
    fail_at(1, monkeypatch)
    answer = await ada.get("/export.csv")
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"


async def test_what_fails_later_leaves_the_answer_without_its_end(
    shop: Shop, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(shop, CHUNK + 1)
    fail_at(2, monkeypatch)
    sent = await messages_of(app, shop.ada.headers["x-caller"])
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[-1]["more_body"], "the end of the answer was sent"
    assert checked_out(shop.database) == 0


async def test_an_export_frees_its_connection(shop: Shop, ada: AsyncClient) -> None:
    await fill(shop, 3)
    for _ in range(20):
        rows_in(await ada.get("/export.jsonl"))
    assert checked_out(shop.database) == 0


async def test_both_formats_are_documented(app: FastAPI) -> None:
    answers = app.openapi()["paths"]["/export.{file_format}"]["get"]["responses"]
    assert set(answers["200"]["content"]) == {"text/csv", "application/jsonl"}


def caller_of(shop: Shop) -> Caller:
    return Caller(UUID(shop.ada.headers["x-caller"]))


async def rename_all(shop: Shop) -> None:
    async with shop.database.transaction() as session:
        for book in (await session.exec(select(Book))).all():
            book.title = f"new {book.id}"


def fail_at(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the answers of a chunk fail."""
    answered: list[int] = []
    answers = BookService.answers

    async def failing(service: BookService, rows: Any) -> Any:
        answered.append(1)
        if len(answered) == chunk:
            raise Unavailable
        return await answers(service, rows)

    monkeypatch.setattr(BookService, "answers", failing)


async def messages_of(app: FastAPI, caller: str) -> list[Any]:
    """What the app says to its server until it fails."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "path": "/export.csv",
        "raw_path": b"/export.csv",
        "root_path": "",
        "scheme": "http",
        "query_string": b"",
        "headers": [(b"x-caller", caller.encode())],
        "server": ("shop", 80),
        "client": ("127.0.0.1", 1),
    }
    with pytest.raises(RuntimeError, match="already started"):
        await app(scope, receive, send)
    return sent
