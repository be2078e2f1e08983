"""The way of the official full-stack FastAPI template: SQLModel, one session for each request.

Source: https://github.com/fastapi/full-stack-fastapi-template; owners are loaded with
`selectinload`, as SQLAlchemy's guide advises against a query for each row.
"""

import os
from collections.abc import Generator
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID, uuid4

import jwt
from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Column, DateTime, Numeric, String
from sqlalchemy.orm import selectinload
from sqlmodel import Field, Relationship, Session, SQLModel, col, create_engine, func, select

url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://")
engine = create_engine(url, pool_size=int(os.environ["POOL_SIZE"]), max_overflow=0)
reusable_oauth2 = OAuth2PasswordBearer(tokenUrl="/login/access-token")


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def moment() -> Any:
    """A column of a moment."""
    return Field(default_factory=now, sa_type=DateTime(timezone=True))  # type: ignore[call-overload]


class State(StrEnum):
    """Whether a thing can be had."""

    open = "open"
    closed = "closed"


class UserPublic(SQLModel):
    """An account as others see it."""

    id: UUID
    email: str
    role: str
    is_active: bool
    full_name: str | None
    created_at: datetime
    updated_at: datetime


class User(SQLModel, table=True):
    """An account."""

    __tablename__ = "users"
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str
    role: str
    is_active: bool = True
    full_name: str | None = None
    created_at: datetime = moment()
    updated_at: datetime = moment()


class ItemCreate(SQLModel):
    """The body of a new item."""

    title: str = Field(min_length=1, max_length=200)
    price: Decimal = Field(max_digits=10, decimal_places=2, ge=0)
    state: State = State.open
    note: str | None = Field(default=None, max_length=255)


class Item(SQLModel, table=True):
    """Something that a person keeps."""

    __tablename__ = "items"
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    title: str
    price: Decimal = Field(sa_column=Column(Numeric(10, 2)))
    state: State = Field(sa_column=Column(String))
    note: str | None = None
    owner_id: UUID = Field(foreign_key="users.id")
    created_at: datetime = moment()
    updated_at: datetime = moment()


class Offer(SQLModel, table=True):
    """Something that a person offers."""

    __tablename__ = "offers"
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    title: str
    price: Decimal = Field(sa_column=Column(Numeric(10, 2)))
    state: State = Field(sa_column=Column(String))
    note: str | None = None
    owner_id: UUID = Field(foreign_key="users.id")
    created_at: datetime = moment()
    updated_at: datetime = moment()
    lot: int
    owner: User = Relationship()


class ItemPublic(SQLModel):
    """An item as its owner sees it."""

    id: UUID
    title: str
    price: Decimal
    state: State
    note: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class OfferPublic(ItemPublic):
    """An offer with its owner."""

    lot: int
    owner: UserPublic


class ItemsPublic(SQLModel):
    """A page of items."""

    items: list[ItemPublic]
    total: int
    limit: int
    offset: int


class OffersPublic(SQLModel):
    """A page of offers."""

    items: list[OfferPublic]
    total: int
    limit: int
    offset: int


class TokenPayload(BaseModel):
    """What a token says."""

    model_config = ConfigDict(extra="ignore")
    sub: str | None = None


def get_db() -> Generator[Session]:
    """The session of a request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_db)]
TokenDep = Annotated[str, Depends(reusable_oauth2)]


def get_current_user(session: SessionDep, token: TokenDep) -> User:
    """Who calls."""
    try:
        payload = jwt.decode(token, os.environ["SECRET_KEY"], algorithms=["HS256"])
        token_data = TokenPayload(**payload)
    except jwt.InvalidTokenError as error:
        raise HTTPException(403, "Could not validate credentials") from error
    user = session.get(User, UUID(token_data.sub))
    if not user:
        raise HTTPException(404, "User not found")
    if not user.is_active:
        raise HTTPException(400, "Inactive user")
    return user


CurrentUser = Annotated[User, Depends(get_current_user)]
Limit = Annotated[int, Query(ge=1, le=100)]
SORTS = {"created_at": col(Item.id), "title": col(Item.title), "price": col(Item.price)}
app = FastAPI()


@app.get("/health/live")
async def live() -> dict[str, str]:
    """A constant answer."""
    return {"status": "ok"}


@app.get("/items", response_model=ItemsPublic)
def read_items(
    session: SessionDep,
    current_user: CurrentUser,
    state: State | None = None,
    sort: str = "-created_at",
    limit: Limit = 20,
    offset: int = 0,
) -> Any:
    """A page of the caller's items."""
    chosen = [col(Item.owner_id) == current_user.id]
    if state:
        chosen.append(col(Item.state) == state)
    total = session.exec(select(func.count()).select_from(Item).where(*chosen)).one()
    column, ids = SORTS[sort.removeprefix("-")], col(Item.id)
    order = [column.desc(), ids.desc()] if sort.startswith("-") else [column, ids]
    statement = select(Item).where(*chosen).order_by(*order).offset(offset).limit(limit)
    items = [ItemPublic.model_validate(item) for item in session.exec(statement).all()]
    return ItemsPublic(items=items, total=total, limit=limit, offset=offset)


@app.get("/items/{item_id}", response_model=ItemPublic)
def read_item(session: SessionDep, current_user: CurrentUser, item_id: UUID) -> Any:
    """One of the caller's items."""
    item = session.get(Item, item_id)
    if not item or item.owner_id != current_user.id:
        raise HTTPException(404, "Item not found")
    return item


@app.post("/items", response_model=ItemPublic, status_code=201)
def create_item(session: SessionDep, current_user: CurrentUser, item_in: ItemCreate) -> Any:
    """A new item of the caller's."""
    item = Item.model_validate(item_in, update={"owner_id": current_user.id})
    session.add(item)
    session.commit()
    session.refresh(item)
    return item


@app.get("/offers", response_model=OffersPublic)
def read_offers(
    session: SessionDep, _current_user: CurrentUser, lot: int, limit: Limit = 20, offset: int = 0
) -> Any:
    """A page of everybody's offers in a lot."""
    total = session.exec(select(func.count()).select_from(Offer).where(Offer.lot == lot)).one()
    statement = select(Offer).where(Offer.lot == lot).order_by(col(Offer.id).desc())
    statement = statement.options(selectinload(Offer.owner)).offset(offset).limit(limit)
    offers = session.exec(statement).all()
    items = [OfferPublic.model_validate(offer) for offer in offers]
    return OffersPublic(items=items, total=total, limit=limit, offset=offset)
