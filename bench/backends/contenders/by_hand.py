"""By hand: Starlette, asyncpg and SQL, with no layer in between."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID, uuid4

import asyncpg
import jwt
import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KEY = os.environ["SECRET_KEY"]
ITEM = "id, title, price, state, note, owner_id, created_at, updated_at"
ONE = f"SELECT {ITEM} FROM items WHERE id = $1 AND owner_id = $2"
USER = "SELECT id, is_active FROM users WHERE id = $1"
ADD = f"INSERT INTO items ({ITEM}) VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING {ITEM}"
OFFERS = """
    SELECT o.id, o.title, o.price, o.state, o.note, o.owner_id, o.created_at, o.updated_at, o.lot,
      u.email, u.role, u.is_active, u.full_name, u.created_at, u.updated_at
    FROM offers o JOIN users u ON u.id = o.owner_id WHERE o.lot = $1
    ORDER BY o.id DESC LIMIT $2 OFFSET $3
"""
OFFER_FIELDS = [*ITEM.split(", "), "lot"]
USER_FIELDS = ["email", "role", "is_active", "full_name", "created_at", "updated_at"]
SORTS = {"created_at": "id", "title": "title", "price": "price"}


class NewItem(msgspec.Struct, forbid_unknown_fields=True):
    """The body of a new item."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    price: Decimal
    state: Literal["open", "closed"] = "open"
    note: Annotated[str, msgspec.Meta(max_length=255)] | None = None


Connection: TypeAlias = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy
encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(NewItem).decode


def answer(content: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(encode(content), status, media_type="application/json")


async def caller(request: Request, connection: Connection) -> UUID:
    """The account of who calls, as it is in the database now."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.InvalidTokenError as error:
        raise HTTPException(401) from error
    user = await connection.fetchrow(USER, UUID(claims["sub"]))
    if scheme.lower() != "bearer" or user is None or not user["is_active"]:
        raise HTTPException(401)
    user_id: UUID = user["id"]
    return user_id


def page_of(request: Request) -> tuple[int, int]:
    """The limit and the offset that are asked for."""
    given = request.query_params
    return min(int(given.get("limit", 20)), 100), int(given.get("offset", 0))


async def live(_: Request) -> Response:
    """A constant answer."""
    return answer({"status": "ok"})


async def read_item(request: Request) -> Response:
    """One of the caller's items."""
    item_id = UUID(request.path_params["item_id"])
    async with request.app.state.pool.acquire() as connection:
        user_id = await caller(request, connection)
        row = await connection.fetchrow(ONE, item_id, user_id)
    if row is None:
        raise HTTPException(404)
    return answer(dict(row))


async def list_items(request: Request) -> Response:
    """A page of the caller's items, and how many there are."""
    limit, offset = page_of(request)
    sort = request.query_params.get("sort", "-created_at")
    way = "DESC" if sort.startswith("-") else "ASC"
    column = SORTS[sort.removeprefix("-")]
    state = request.query_params.get("state")
    where = "owner_id = $1 AND state = $2" if state else "owner_id = $1"
    page = (
        f"SELECT {ITEM} FROM items WHERE {where} ORDER BY {column} {way}, id {way}"
        f" LIMIT {limit} OFFSET {offset}"
    )
    async with request.app.state.pool.acquire() as connection:
        user_id = await caller(request, connection)
        given = [user_id, state] if state else [user_id]
        rows = await connection.fetch(page, *given)
        total = await connection.fetchval(f"SELECT count(*) FROM items WHERE {where}", *given)
    items = [dict(row) for row in rows]
    return answer({"items": items, "total": total, "limit": limit, "offset": offset})


async def create_item(request: Request) -> Response:
    """A new item of the caller's."""
    try:
        new = decode(await request.body())
    except msgspec.ValidationError as error:
        raise HTTPException(422, str(error)) from error
    async with request.app.state.pool.acquire() as connection:
        user_id = await caller(request, connection)
        values = [uuid4(), new.title, new.price, new.state, new.note, user_id, datetime.now(UTC)]
        row = await connection.fetchrow(ADD, *values)
    return answer(dict(row), 201)


async def list_offers(request: Request) -> Response:
    """A page of everybody's offers in a lot with their owners, and how many there are."""
    limit, offset = page_of(request)
    lot = int(request.query_params["lot"])
    async with request.app.state.pool.acquire() as connection:
        await caller(request, connection)
        rows = await connection.fetch(OFFERS, lot, limit, offset)
        total = await connection.fetchval("SELECT count(*) FROM offers WHERE lot = $1", lot)
    items = []
    for row in rows:
        offer = dict(zip(OFFER_FIELDS, row, strict=False))
        offer["owner"] = {"id": row["owner_id"], **dict(zip(USER_FIELDS, row[9:], strict=True))}
        items.append(offer)
    return answer({"items": items, "total": total, "limit": limit, "offset": offset})


async def keep(_: Connection) -> None:
    """Nothing is set in a session here, so nothing has to be reset."""


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncGenerator[None]:
    """The pool of connections."""
    size = int(os.environ["POOL_SIZE"])
    app.state.pool = await asyncpg.create_pool(
        os.environ["DATABASE_URL"], min_size=size, max_size=size, reset=keep
    )
    yield
    await app.state.pool.close()


app = Starlette(
    routes=[
        Route("/health/live", live),
        Route("/items", list_items),
        Route("/items", create_item, methods=["POST"]),
        Route("/items/{item_id}", read_item),
        Route("/offers", list_offers),
    ],
    lifespan=lifespan,
)
