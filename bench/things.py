"""Pages of many resources, and apps of FastAPI alone with as many models and routes."""

from string import Template

RESOURCE = """
  {n}Thing:
    owned: true
    fields:
      title: str 1..200, search
      price: decimal(10,2) 0..
      state: open | closed = open
      due: date?
      other: {other}Thing?
    access: {{read: anyone, create: signed in, update: owner, delete: owner | admin}}
    list: {{filter: [price, state, due, other], sort: [title, price, due]}}
"""

BARE_HEAD = """
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from fastapi import FastAPI, Query
from pydantic import BaseModel, Field as F
from sqlmodel import Field, SQLModel

app = FastAPI()
"""
BARE_RESOURCE = Template("""

class State$n(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Thing$n(SQLModel, table=True):
    __tablename__ = "things_$n"

    id: UUID = Field(primary_key=True)
    created_at: datetime
    updated_at: datetime
    owner_id: UUID = Field(index=True)
    title: str = Field(max_length=200, index=True)
    price: Decimal = Field(max_digits=10, decimal_places=2, index=True)
    state: State$n = Field(default=State$n.OPEN, index=True)
    due: date | None = Field(default=None, index=True)
    other_id: UUID | None = Field(default=None, foreign_key="things_$other.id", index=True)


class Thing${n}Create(BaseModel):
    title: Annotated[str, F(min_length=1, max_length=200)]
    price: Annotated[Decimal, F(ge=0, max_digits=10, decimal_places=2)]
    state: State$n = State$n.OPEN
    due: date | None = None
    other_id: UUID | None = None


class Thing${n}Update(BaseModel):
    title: Annotated[str | None, F(min_length=1, max_length=200)] = None
    price: Annotated[Decimal | None, F(ge=0, max_digits=10, decimal_places=2)] = None
    state: State$n | None = None
    due: date | None = None
    other_id: UUID | None = None


class Thing${n}Read(BaseModel):
    id: UUID
    created_at: datetime
    updated_at: datetime
    owner_id: UUID
    title: str
    price: Decimal
    state: State$n
    due: date | None
    other_id: UUID | None


class Thing${n}Page(BaseModel):
    items: list[Thing${n}Read]
    total: int
    limit: int
    offset: int


class Thing${n}Query(BaseModel):
    limit: Annotated[int, F(ge=1, le=100)] = 20
    offset: Annotated[int, F(ge=0)] = 0
    q: str | None = None
    price: Decimal | None = None
    price__gte: Decimal | None = None
    price__lte: Decimal | None = None
    state: State$n | None = None
    state__in: list[State$n] | None = None
    due: date | None = None
    due__gte: date | None = None
    due__lte: date | None = None
    other_id: UUID | None = None
    sort: Literal["title", "-title", "price", "-price", "due", "-due"] | None = None


@app.get("/things-$n")
async def list_things_$n(query: Annotated[Thing${n}Query, Query()]) -> Thing${n}Page:
    raise NotImplementedError


@app.post("/things-$n", status_code=201)
async def create_thing_$n(body: Thing${n}Create) -> Thing${n}Read:
    raise NotImplementedError


@app.get("/things-$n/{thing_id}")
async def read_thing_$n(thing_id: UUID) -> Thing${n}Read:
    raise NotImplementedError


@app.patch("/things-$n/{thing_id}")
async def update_thing_$n(thing_id: UUID, body: Thing${n}Update) -> Thing${n}Read:
    raise NotImplementedError


@app.delete("/things-$n/{thing_id}", status_code=204)
async def delete_thing_$n(thing_id: UUID) -> None:
    raise NotImplementedError
""")


def _name(number: int) -> str:
    """Letters for a number, since names of resources have no digits: `AA`, `AB`."""
    return "".join(chr(ord("A") + digit) for digit in divmod(number, 26))


def page(resources: int) -> str:
    """A page with so many resources, each of which refers to the one before."""
    head = "backend: Many things\nabout: Many.\nauth: {sign_up: open}\nresources:"
    return head + "".join(
        RESOURCE.format(n=_name(each), other=_name(max(each - 1, 0))) for each in range(resources)
    )


def bare(resources: int) -> str:
    """An app with as many models and routes, that does nothing."""
    return BARE_HEAD + "".join(
        BARE_RESOURCE.substitute(n=each, other=max(each - 1, 0)) for each in range(resources)
    )
