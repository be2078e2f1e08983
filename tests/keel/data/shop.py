"""A small shop: models, schemas, policies, services and routes that tests call."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Header, Query
from keel.access import Caller, Policy, anyone, at_least, owner, signed_in
from keel.data import (
    MAX_INT,
    CursorPage,
    CursorQuery,
    Database,
    Input,
    Json,
    JsonColumn,
    Model,
    Output,
    Owned,
    Page,
    PageLinks,
    PageQuery,
    Repository,
    Searched,
    Service,
    Session,
    Timestamp,
    choice,
)
from keel.data.bulk import (
    Bulk,
    BulkDeletions,
    BulkOutcomes,
    Identified,
    create_each,
    delete_each,
    update_each,
)
from keel.problems import Conflict, Unavailable, handlers
from pydantic import MISSING, Field
from sqlalchemy import Index, MetaData, UniqueConstraint, event
from sqlalchemy.orm import registry
from sqlmodel import Field as Column
from sqlmodel import SQLModel, col, func, select

# Tables of their own: other tests fill the metadata that all models share by default.
tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Role(StrEnum):
    READER = "reader"
    EDITOR = "editor"


class Binding(StrEnum):
    HARD = "hard cover"
    SOFT = "soft cover"


class ShopModel(Model, registry=tables):
    """What the shop's tables share."""


class Person(ShopModel, table=True):
    __tablename__ = "users"
    owner_field = "id"

    name: str = Column(max_length=50)


class Shelf(ShopModel, table=True):
    __tablename__ = "shelves"
    __table_args__ = (Index(None, "place", "id"),)
    searched = Searched(name=2, place=1)

    name: str = Column(max_length=50, unique=True)
    place: str | None = Column(default=None, max_length=50)


class Book(Owned, ShopModel, table=True):
    __tablename__ = "books"
    __table_args__ = (UniqueConstraint("title", "shelf_id"), Index(None, "title", "id"))
    searched = Searched(title=1)

    title: str = Column(max_length=200)
    shelf_id: UUID = Column(foreign_key="shelves.id", ondelete="RESTRICT", index=True)
    pages: int | None = None
    price: Decimal | None = Column(default=None, max_digits=10, decimal_places=2)
    weight: float | None = None
    sold_out: bool = False
    binding: Binding = Column(default=Binding.SOFT, sa_type=choice(Binding))
    printed_at: datetime | None = None
    extra: Any = Column(default=None, sa_type=JsonColumn, nullable=True)


class Almanac(ShopModel, table=True):
    __tablename__ = "almanacs_of_the_weather_and_the_stars_for_farmers"

    year_of_publication: int = Column(unique=True)


Title = Annotated[str, Field(min_length=1, max_length=200)]
Pages = Annotated[int, Field(ge=0, le=MAX_INT)]
Price = Annotated[Decimal, Field(ge=0, max_digits=10, decimal_places=2)]


class ShelfCreate(Input):
    name: Annotated[str, Field(max_length=50)]
    place: str | None = None


class ShelfUpdate(Input):
    name: Annotated[str, Field(max_length=50)] | MISSING = MISSING
    place: str | MISSING | None = MISSING


class ShelfRead(Output):
    id: UUID
    name: str
    place: str | None
    book_count: int
    created_at: datetime
    updated_at: datetime


class ShelfQuery(PageQuery):
    sort: Literal[
        "created_at", "-created_at", "name", "-name", "place", "-place", "relevance"
    ] = "relevance"  # fmt: skip
    q: str | None = None
    name: str | None = None
    place__is_null: bool | None = None


class BookCreate(Input):
    title: Title
    shelf_id: UUID
    pages: Pages | None = None
    price: Price | None = None
    weight: float | None = None
    sold_out: bool = False
    binding: Binding = Binding.SOFT
    printed_at: Timestamp | None = None
    extra: Json | None = None


class BookUpdate(Input):
    title: Title | MISSING = MISSING
    shelf_id: UUID | MISSING = MISSING
    pages: Pages | MISSING | None = MISSING
    price: Price | MISSING | None = MISSING
    extra: Json | MISSING | None = MISSING


class BookRead(Output):
    id: UUID
    owner_id: UUID
    title: str
    shelf_id: UUID
    pages: int | None
    price: Decimal | None
    weight: float | None
    sold_out: bool
    binding: Binding
    printed_at: datetime | None
    extra: Json | None
    created_at: datetime
    updated_at: datetime


class BookQuery(CursorQuery):
    sort: Literal[
        "created_at", "-created_at", "title", "-title", "pages", "-pages", "price", "-price",
        "weight", "-weight", "sold_out", "-sold_out", "binding", "-binding",
        "printed_at", "-printed_at", "relevance",
    ] = "relevance"  # fmt: skip
    q: str | None = None
    title: str | None = None
    title__gte: str | None = None
    title__contains: str | None = None
    title__startswith: str | None = None
    pages: Pages | None = None
    pages__ne: Pages | None = None
    pages__gt: Pages | None = None
    pages__lt: Pages | None = None
    pages__in: list[Pages] | None = None
    pages__is_null: bool | None = None
    price__lte: Price | None = None
    binding: Binding | None = None
    printed_at__gte: Timestamp | None = None


class ShelfRepository(Repository[Shelf]):
    policy = Policy(read=anyone, write=at_least(Role.EDITOR))


class BookRepository(Repository[Book]):
    policy = Policy(
        read=owner | at_least(Role.EDITOR), create=signed_in, update=owner, delete=owner
    )


class ShelfService(Service[Shelf, ShelfCreate, ShelfUpdate, ShelfRead]):
    """Shelves, each with the number of its books."""

    async def extras(self, rows: Sequence[Shelf]) -> Mapping[UUID, Mapping[str, Any]]:
        ids = [row.id for row in rows]
        books = select(Book.shelf_id, func.count()).where(col(Book.shelf_id).in_(ids))
        found = await self.repository.session.exec(books.group_by(col(Book.shelf_id)))
        return {it: {"book_count": 0} for it in ids} | {it: {"book_count": n} for it, n in found}


class BookService(Service[Book, BookCreate, BookUpdate, BookRead]):
    """Books; one that is called `Lightning` strikes the backend."""

    async def create(self, body: BookCreate) -> BookRead:
        if body.title == "Lightning":
            raise Unavailable
        return await super().create(body)

    async def update(self, row_id: UUID, body: BookUpdate) -> BookRead:
        if body.title == "Forbidden":
            raise Conflict("No book is called so.")
        return await super().update(row_id, body)


async def get_caller(x_caller: Annotated[str, Header()] = "") -> Caller:
    """Who calls: `<id>` or `<id> <role>` in a header."""
    known, _, role = x_caller.partition(" ")
    return Caller(UUID(known), role or None) if known else Caller()


CurrentCaller = Annotated[Caller, Depends(get_caller)]


async def get_shelves(session: Session, caller: CurrentCaller) -> ShelfService:
    return ShelfService(ShelfRepository(session, caller))


async def get_books(session: Session, caller: CurrentCaller) -> BookService:
    return BookService(BookRepository(session, caller), shelf_id=ShelfRepository(session, caller))


Shelves = Annotated[ShelfService, Depends(get_shelves)]
Books = Annotated[BookService, Depends(get_books)]

router = APIRouter()


@router.get("/shelves")
async def list_shelves(
    query: Annotated[ShelfQuery, Query()], shelves: Shelves, links: PageLinks
) -> Page[ShelfRead]:
    return links.add(await shelves.page(query))


@router.post("/shelves", status_code=201)
async def create_shelf(body: ShelfCreate, shelves: Shelves) -> ShelfRead:
    return await shelves.create(body)


@router.get("/shelves/{shelf_id}")
async def read_shelf(shelf_id: UUID, shelves: Shelves) -> ShelfRead:
    return await shelves.read(shelf_id)


@router.patch("/shelves/{shelf_id}")
async def update_shelf(shelf_id: UUID, body: ShelfUpdate, shelves: Shelves) -> ShelfRead:
    return await shelves.update(shelf_id, body)


@router.delete("/shelves/{shelf_id}", status_code=204)
async def delete_shelf(shelf_id: UUID, shelves: Shelves) -> None:
    await shelves.delete(shelf_id)


@router.get("/shelves/{shelf_id}/books")
async def list_books_of_shelf(
    shelf_id: UUID, query: Annotated[BookQuery, Query()], books: Books
) -> CursorPage[BookRead]:
    await books.references["shelf_id"].get(shelf_id)
    return await books.cursor_page(query)


@router.get("/books")
async def list_books(
    query: Annotated[BookQuery, Query()], books: Books, links: PageLinks
) -> CursorPage[BookRead]:
    return links.add(await books.cursor_page(query))


@router.post("/books", status_code=201)
async def create_book(body: BookCreate, books: Books) -> BookRead:
    return await books.create(body)


class BookBulkUpdate(BookUpdate, Identified):
    """What to change of one book among several."""


@router.post("/books/bulk")
async def bulk_create_books(body: Bulk[BookCreate], books: Books) -> BulkOutcomes[BookRead]:
    return await create_each(books, body)


@router.patch("/books/bulk")
async def bulk_update_books(body: Bulk[BookBulkUpdate], books: Books) -> BulkOutcomes[BookRead]:
    return await update_each(books, body)


@router.post("/books/bulk-delete")
async def bulk_delete_books(body: Bulk[UUID], books: Books) -> BulkDeletions:
    return await delete_each(books, body)


@router.get("/books/{book_id}")
async def read_book(book_id: UUID, books: Books) -> BookRead:
    return await books.read(book_id)


@router.patch("/books/{book_id}")
async def update_book(book_id: UUID, body: BookUpdate, books: Books) -> BookRead:
    return await books.update(book_id, body)


@router.delete("/books/{book_id}", status_code=204)
async def delete_book(book_id: UUID, books: Books) -> None:
    await books.delete(book_id)


def make_app(database: Database) -> FastAPI:
    """The shop, open on a database."""
    app = FastAPI()
    app.state.database = database
    app.include_router(router)
    handlers.install(app)
    return app


@contextmanager
def statements(database: Database) -> Generator[list[str]]:
    """Collects the SQL that runs on a database, without BEGIN and COMMIT."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            found.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield found
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)
