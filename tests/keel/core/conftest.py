"""A small backend with a door of every kind, called in memory and over a real socket."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Annotated, Any, Literal

import pytest
from fastapi import APIRouter, Body, FastAPI, Form, HTTPException, Query, Request
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from keel import Settings, create_app
from keel.access import anyone
from keel.auth import allow
from keel.problems import Conflict, answers
from pydantic import BaseModel, Field

from tests.serving import Server, serving

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"

router = APIRouter(dependencies=[allow(anyone)])


class OutOfStock(Conflict):
    title = "Out of stock"
    type = "https://errors.example/out-of-stock"
    detail = "The last one was sold."


class Thing(BaseModel):
    title: Annotated[str, Field(min_length=1, max_length=10)]
    count: int = 0


class ThingQuery(BaseModel):
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    sort: Literal["title", "-title"] = "title"
    q: Annotated[str, Field(description="Words to find.")] | None = None
    count: int | None = None
    count__gte: int | None = None


@router.get("/things")
async def list_things(query: Annotated[ThingQuery, Query()]) -> list[Thing]:
    """List things, e.g. a teapot. They come in their order.

    There are few.
    """
    return [Thing(title="one", count=query.limit)]


@router.post("/things", status_code=201, responses=answers(Conflict, OutOfStock))
async def create_thing(body: Thing) -> Thing:
    """Add a thing."""
    return body


@router.get("/things/{thing_id}")
async def read_thing(thing_id: int) -> Thing:
    return Thing(title=str(thing_id))


@router.post("/echo")
async def echo(body: Annotated[Any, Body()]) -> Any:
    return body


@router.post("/upload")
async def upload(request: Request) -> int:
    return len(await request.body())


@router.post("/form")
async def form(name: Annotated[str, Form()]) -> str:
    return name


@router.get("/client")
async def client_of(request: Request) -> list[str]:
    return [request.client.host if request.client else "", request.url.scheme]


@router.get("/raise/{status}")
async def raise_status(status: int) -> None:
    raise HTTPException(status)


@router.get("/teapot")
async def teapot() -> None:
    raise HTTPException(418, "Short and stout.", headers={"X-Spout": "left"})


@router.get("/sold")
async def sold() -> None:
    raise OutOfStock


@router.get("/broken")
async def broken() -> None:
    raise RuntimeError("the secret is 4711")


@router.get("/broken-half-way")
async def broken_half_way() -> StreamingResponse:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"half"
        raise RuntimeError("the other half")

    return StreamingResponse(pieces())


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a shell, or a test before, left in the environment is no setting of these apps."""
    for name in {name.upper() for name in Settings.model_fields} & os.environ.keys():
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))


def make_settings(**values: Any) -> Settings:
    known = {"environment": "test", "database_url": "sqlite+aiosqlite://", "secret_key": KEY}
    return Settings(_env_file=None, **(known | values))


def make_app(*routers: APIRouter, **values: Any) -> FastAPI:
    return create_app(
        make_settings(**values),
        title="Things",
        description="Holds things.",
        version="1.2.3",
        routers=[router, *routers],
    )


@pytest.fixture
def making() -> Callable[..., FastAPI]:
    """Makes an app with other settings: `making(environment="production")`."""
    return make_app


@pytest.fixture
def calling() -> Callable[..., TestClient]:
    """Makes a client of such an app."""

    def make(*routers: APIRouter, **values: Any) -> TestClient:
        return TestClient(make_app(*routers, **values))

    return make


@pytest.fixture
def client(calling: Callable[..., TestClient]) -> TestClient:
    return calling()


@pytest.fixture(scope="session", params=["h11", "httptools"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with serving(make_app(body_limit_bytes=100_000), http=request.param) as server:
        yield server
