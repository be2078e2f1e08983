"""FastAPI with FastCRUD on SQLAlchemy's asyncio.

Source: https://benavlabs.github.io/fastcrud.
"""

import os
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

import jwt
from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.security import OAuth2PasswordBearer
from fastcrud import FastCRUD, JoinConfig
from pydantic import BaseModel, Field
from sqlalchemy import DateTime, ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://")
engine = create_async_engine(url, pool_size=int(os.environ["POOL_SIZE"]), max_overflow=0)
make_session = async_sessionmaker(engine, expire_on_commit=False)
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/login")
State = Literal["open", "closed"]


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """What all tables have."""

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


class ItemCreate(BaseModel):
    """The body of a new item."""

    title: str = Field(min_length=1, max_length=200)
    price: Decimal = Field(max_digits=10, decimal_places=2, ge=0)
    state: State = "open"
    note: str | None = Field(default=None, max_length=255)


class ItemCreateOwned(ItemCreate):
    """A new item, and whose it is."""

    owner_id: UUID


class ItemRead(BaseModel):
    """An item as its owner sees it."""

    id: UUID
    title: str
    price: Decimal
    state: State
    note: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class UserRead(BaseModel):
    """An account as others see it."""

    id: UUID
    email: str
    role: str
    is_active: bool
    full_name: str | None
    created_at: datetime
    updated_at: datetime


class OfferAlone(ItemRead):
    """An offer."""

    lot: int


class OfferRead(OfferAlone):
    """An offer with its owner."""

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


users: Any = FastCRUD(User)
items: Any = FastCRUD(Item)
offers: Any = FastCRUD(Offer)


async def get_session() -> AsyncGenerator[AsyncSession]:
    """The session of a request."""
    async with make_session() as session:
        yield session


Session = Annotated[AsyncSession, Depends(get_session)]


async def get_current_user(
    session: Session, token: Annotated[str, Depends(oauth2_scheme)]
) -> UserRead:
    """Who calls."""
    try:
        claims = jwt.decode(token, os.environ["SECRET_KEY"], algorithms=["HS256"])
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, "Could not validate credentials") from error
    user: UserRead | None = await users.get(
        session,
        id=UUID(claims["sub"]),
        is_active=True,
        schema_to_select=UserRead,
        return_as_model=True,
    )
    if user is None:
        raise HTTPException(401, "Could not validate credentials")
    return user


CurrentUser = Annotated[UserRead, Depends(get_current_user)]
Limit = Annotated[int, Query(ge=1, le=100)]
app = FastAPI()


@app.get("/health/live")
async def live() -> dict[str, str]:
    """A constant answer."""
    return {"status": "ok"}


@app.get("/items")
async def read_items(
    session: Session,
    user: CurrentUser,
    state: State | None = None,
    sort: str = "-created_at",
    limit: Limit = 20,
    offset: int = 0,
) -> Items:
    """A page of the caller's items."""
    column = {"created_at": "id"}.get(name := sort.removeprefix("-"), name)
    way = "desc" if sort.startswith("-") else "asc"
    found = await items.get_multi(
        session,
        offset=offset,
        limit=limit,
        schema_to_select=ItemRead,
        sort_columns=[column, "id"],
        sort_orders=[way, way],
        owner_id=user.id,
        **({"state": state} if state else {}),
    )
    return Items(items=found["data"], total=found["total_count"], limit=limit, offset=offset)


@app.get("/items/{item_id}")
async def read_item(session: Session, user: CurrentUser, item_id: UUID) -> ItemRead:
    """One of the caller's items."""
    item: ItemRead | None = await items.get(
        session, id=item_id, owner_id=user.id, schema_to_select=ItemRead, return_as_model=True
    )
    if item is None:
        raise HTTPException(404, "Item not found")
    return item


@app.post("/items", status_code=201)
async def create_item(session: Session, user: CurrentUser, body: ItemCreate) -> ItemRead:
    """A new item of the caller's."""
    new = ItemCreateOwned(**body.model_dump(), owner_id=user.id)
    created: ItemRead = await items.create(
        session, new, schema_to_select=ItemRead, return_as_model=True
    )
    return created


@app.get("/offers")
async def read_offers(
    session: Session, _user: CurrentUser, lot: int, limit: Limit = 20, offset: int = 0
) -> Offers:
    """A page of everybody's offers in a lot."""
    owner = JoinConfig(
        model=User,
        join_on=Offer.owner_id == User.id,
        join_prefix="owner_",
        schema_to_select=UserRead,
        join_type="inner",
    )
    found = await offers.get_multi_joined(
        session,
        schema_to_select=OfferAlone,
        joins_config=[owner],
        nest_joins=True,
        offset=offset,
        limit=limit,
        sort_columns="id",
        sort_orders="desc",
        lot=lot,
    )
    return Offers(items=found["data"], total=found["total_count"], limit=limit, offset=offset)
