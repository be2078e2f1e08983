"""Litestar with Advanced Alchemy's services.

Source: https://docs.advanced-alchemy.litestar.dev.
"""

import os
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from advanced_alchemy.base import CommonTableAttributes
from advanced_alchemy.extensions.litestar import (
    AsyncSessionConfig,
    EngineConfig,
    SQLAlchemyAsyncConfig,
    SQLAlchemyPlugin,
)
from advanced_alchemy.filters import LimitOffset, OrderBy
from advanced_alchemy.repository import SQLAlchemyAsyncRepository
from advanced_alchemy.service import SQLAlchemyAsyncRepositoryService
from litestar import Litestar, Request, get, post
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.params import Parameter
from litestar.security.jwt import JWTAuth, Token
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import DateTime, ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

State = Literal["open", "closed"]
Limit = Annotated[int, Parameter(ge=1, le=100)]


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Base(CommonTableAttributes, DeclarativeBase):
    """What all tables have."""

    __abstract__ = True
    type_annotation_map = {datetime: DateTime(timezone=True)}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)


class User(Base):
    """An account."""

    __tablename__ = "users"
    email: Mapped[str]
    role: Mapped[str]
    is_active: Mapped[bool]
    full_name: Mapped[str | None]


class Item(Base):
    """Something that a person keeps."""

    __tablename__ = "items"
    title: Mapped[str]
    price: Mapped[Decimal]
    state: Mapped[str]
    note: Mapped[str | None]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class Offer(Base):
    """Something that a person offers."""

    __tablename__ = "offers"
    title: Mapped[str]
    price: Mapped[Decimal]
    state: Mapped[str]
    note: Mapped[str | None]
    lot: Mapped[int]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    owner: Mapped[User] = relationship(lazy="raise")


class ItemCreate(BaseModel):
    """The body of a new item."""

    title: str = Field(min_length=1, max_length=200)
    price: Decimal = Field(max_digits=10, decimal_places=2, ge=0)
    state: State = "open"
    note: str | None = Field(default=None, max_length=255)


class UserRead(BaseModel):
    """An account as others see it."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    email: str
    role: str
    is_active: bool
    full_name: str | None
    created_at: datetime
    updated_at: datetime


class ItemRead(BaseModel):
    """An item as its owner sees it."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    title: str
    price: Decimal
    state: State
    note: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class OfferRead(ItemRead):
    """An offer with its owner."""

    lot: int
    owner: UserRead


class Items(BaseModel):
    """A page of items."""

    items: list[ItemRead]
    total: int
    limit: int
    offset: int


class Offers(BaseModel):
    """A page of offers."""

    items: list[OfferRead]
    total: int
    limit: int
    offset: int


class ItemService(SQLAlchemyAsyncRepositoryService[Item]):
    """Items."""

    class Repo(SQLAlchemyAsyncRepository[Item]):
        """Items in the database."""

        model_type = Item

    repository_type = Repo


class OfferService(SQLAlchemyAsyncRepositoryService[Offer]):
    """Offers."""

    class Repo(SQLAlchemyAsyncRepository[Offer]):
        """Offers in the database."""

        model_type = Offer

    repository_type = Repo


async def provide_items(db_session: AsyncSession) -> AsyncGenerator[ItemService]:
    """The service of items for a request."""
    async with ItemService.new(session=db_session) as service:
        yield service


async def provide_offers(db_session: AsyncSession) -> AsyncGenerator[OfferService]:
    """The service of offers for a request."""
    async with OfferService.new(session=db_session, load=[selectinload(Offer.owner)]) as service:
        yield service


async def retrieve_user(token: Token, connection: ASGIConnection[Any, Any, Any, Any]) -> Any:
    """Who calls, as the account is in the database now."""
    session = config.provide_session(connection.app.state, connection.scope)
    user = await session.get(User, UUID(token.sub))
    return user if user and user.is_active else None


@get("/health/live", exclude_from_auth=True)
async def live() -> dict[str, str]:
    """A constant answer."""
    return {"status": "ok"}


@get("/items", dependencies={"items": Provide(provide_items)})
async def list_items(
    request: Request[User, Token, Any],
    items: ItemService,
    state_is: Annotated[State | None, Parameter(query="state")] = None,
    sort: str = "-created_at",
    limit: Limit = 20,
    offset: int = 0,
) -> Items:
    """A page of the caller's items."""
    column = {"created_at": "id"}.get(name := sort.removeprefix("-"), name)
    way: Any = "desc" if sort.startswith("-") else "asc"
    order = [OrderBy(column, way), OrderBy("id", way)]
    chosen = {"state": state_is} if state_is else {}
    found, total = await items.list_and_count(
        LimitOffset(limit, offset), *order, owner_id=request.user.id, **chosen
    )
    page = items.to_schema(found, total, schema_type=ItemRead)
    return Items(items=page.items, total=total, limit=limit, offset=offset)


@get("/items/{item_id:uuid}", dependencies={"items": Provide(provide_items)})
async def read_item(
    request: Request[User, Token, Any], items: ItemService, item_id: UUID
) -> ItemRead:
    """One of the caller's items."""
    item = await items.get_one(id=item_id, owner_id=request.user.id)
    return items.to_schema(item, schema_type=ItemRead)


@post("/items", dependencies={"items": Provide(provide_items)})
async def create_item(
    request: Request[User, Token, Any], items: ItemService, data: ItemCreate
) -> ItemRead:
    """A new item of the caller's."""
    item = await items.create({**data.model_dump(), "owner_id": request.user.id}, auto_commit=True)
    return items.to_schema(item, schema_type=ItemRead)


@get("/offers", dependencies={"offers": Provide(provide_offers)})
async def list_offers(offers: OfferService, lot: int, limit: Limit = 20, offset: int = 0) -> Offers:
    """A page of everybody's offers in a lot."""
    found, total = await offers.list_and_count(
        LimitOffset(limit, offset), OrderBy("id", "desc"), lot=lot
    )
    page = offers.to_schema(found, total, schema_type=OfferRead)
    return Offers(items=page.items, total=total, limit=limit, offset=offset)


config = SQLAlchemyAsyncConfig(
    connection_string=os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
    engine_config=EngineConfig(pool_size=int(os.environ["POOL_SIZE"]), max_overflow=0),
    session_config=AsyncSessionConfig(expire_on_commit=False),
)
auth = JWTAuth[User](
    token_secret=os.environ["SECRET_KEY"],
    retrieve_user_handler=retrieve_user,
    exclude=["/schema", "/health"],
)
app = Litestar(
    [live, list_items, read_item, create_item, list_offers],
    plugins=[SQLAlchemyPlugin(config=config)],
    on_app_init=[auth.on_app_init],
    openapi_config=None,
)
