"""Books that were called otherwise: `title` was `name`, and there was no `isbn`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal, cast
from uuid import UUID, uuid4

import pytest
from fastapi import APIRouter, FastAPI, Query
from keel import Settings, create_app
from keel.access import anyone, signed_in
from keel.auth import allow
from keel.data import ExportResponse, FileFormat, Input, Output, Page, PageLinks, PageQuery
from keel.problems import Conflict, FieldError
from keel.versions import OlderVersion, Shape
from pydantic import MISSING, Field, field_validator
from starlette.testclient import TestClient

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
Title = Annotated[str, Field(min_length=1, max_length=20)]


class BookCreate(Input):
    title: Title
    isbn: str = "none"

    @field_validator("title")
    @classmethod
    def _is_no_curse(cls, title: str) -> str:
        if title == "damn":
            raise ValueError("No curses, says today's rule")
        return title


class BookUpdate(Input):
    title: Title | MISSING = MISSING
    isbn: str | MISSING = MISSING


class BookRead(Output):
    id: UUID
    title: str
    isbn: str


class BookQuery(PageQuery):
    sort: Literal["title", "-title"] = "title"
    title: str | None = None
    title__contains: str | None = None


class BookCreateV1(Input):
    name: Title


class BookUpdateV1(Input):
    name: Title | MISSING = MISSING


class BookReadV1(Output):
    id: UUID
    name: Annotated[str, Field(validation_alias="title")]


class BookQueryV1(PageQuery):
    sort: Literal["name", "-name"] = "name"
    name: str | None = None
    name__contains: str | None = None


class ShelfRead(Output):
    place: str


class ShelfWithBooks(ShelfRead):
    """A shelf, with what stands on it."""

    first: BookRead | MISSING | None = MISSING
    books: list[BookRead] | MISSING = MISSING


class Kept:
    """The rows that stand in for a table."""

    def __init__(self) -> None:
        self.books: dict[UUID, BookRead] = {}
        self.queries: list[BookQuery] = []

    output = BookRead

    async def chunks(self, _query: Input) -> Any:
        yield list(self.books.values())

    @property
    def repository(self) -> Any:
        return self

    model = type("Book", (), {"__tablename__": "books"})


def routers(kept: Kept) -> tuple[APIRouter, ...]:
    books = APIRouter(prefix="/books", tags=["books"], dependencies=[allow(anyone)])
    shelves = APIRouter(prefix="/shelves", dependencies=[allow(anyone)])
    tags = APIRouter(prefix="/tags", dependencies=[allow(signed_in)])

    @books.get("")
    async def list_books(query: Annotated[BookQuery, Query()], links: PageLinks) -> Page[BookRead]:
        """List books."""
        kept.queries.append(query)
        items = list(kept.books.values())
        return links.add(Page(items=items[: query.limit], total=len(items), limit=1, offset=0))

    @books.post("", status_code=201)
    def create_book(body: BookCreate) -> BookRead:
        """Add a book."""
        if body.title in {book.title for book in kept.books.values()}:
            errors = [FieldError("body.title", "`title` is taken; `isbn` is not.")]
            raise Conflict("There is one of this `title`.", errors=errors)
        book = BookRead(id=uuid4(), **body.model_dump())
        kept.books[book.id] = book
        return book

    @books.get("/export.{file_format}")
    async def export_books(
        file_format: FileFormat, query: Annotated[BookQuery, Query()]
    ) -> ExportResponse:
        """Export books."""
        return ExportResponse.of(cast("Any", kept), query, file_format)

    @books.patch("/{book_id}")
    async def update_book(book_id: UUID, body: BookUpdate) -> BookRead:
        """Change a book."""
        book = kept.books[book_id].model_copy(update=body.model_dump(exclude_unset=True))
        kept.books[book_id] = book
        return book

    @shelves.get("/{place}")
    async def read_shelf(
        place: str, include: Annotated[Sequence[Literal["first", "books"]], Query()] = ()
    ) -> ShelfWithBooks:
        """Read one shelf."""
        found = list(kept.books.values())
        around = {"first": found[0] if found else None, "books": found}
        return ShelfWithBooks(place=place, **{name: around[name] for name in include})

    @tags.get("")
    async def list_tags() -> list[str]:
        """List tags."""
        return []

    secrets = APIRouter(prefix="/secrets", dependencies=[allow(signed_in)])

    @secrets.get("")
    async def list_secrets() -> list[str]:
        """List secrets."""
        return []

    return books, shelves, tags, secrets


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def app(kept: Kept) -> FastAPI:
    books, shelves, tags, secrets = routers(kept)
    schemas = {
        BookCreate: BookCreateV1,
        BookUpdate: BookUpdateV1,
        BookRead: BookReadV1,
        BookQuery: BookQueryV1,
    }
    return create_app(
        Settings(
            _env_file=None, environment="test", database_url="sqlite+aiosqlite://", secret_key=KEY
        ),
        title="Books",
        description="Keeps books.",
        version="2.0.0",
        routers=[books, shelves, tags, secrets],
        api="v2",
        older=[
            OlderVersion(
                "v1",
                shapes=[Shape(books, schemas, was={"title": "name"})],
                without=[tags],
                deprecated=date(2026, 12, 31),
                sunset=date(2027, 6, 30),
            )
        ],
    )


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
