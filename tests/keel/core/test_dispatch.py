"""What is dispatched straight to its endpoint is answered as FastAPI answers it."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from fastapi import APIRouter, Body, Cookie, Depends, FastAPI, Header, Query, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.routing import iter_route_contexts
from hypothesis import given, settings
from hypothesis import strategies as st
from keel.data import Input, PageQuery
from keel.dispatch import Dispatcher
from keel.dispatch.operation import Operation
from keel.dispatch.parameters import Unknown
from keel.problems import Conflict, NotFound, handlers
from pydantic import BaseModel, Field
from starlette.testclient import TestClient

NAMES = ("ada", "bob", "me", "export.csv", "export.", "1", "%20", "é", "")
router = APIRouter(prefix="/books")


class Book(BaseModel):
    """What is answered."""

    title: str
    price: float = Field(serialization_alias="cost", default=1.5)


class BookBody(Input):
    """What is sent."""

    title: Annotated[str, Field(min_length=1)]
    price: float = 0


class BookQuery(PageQuery):
    """What is asked for."""

    sort: Literal["title", "-title"] = "title"
    title: str | None = None
    tag__in: list[str] | None = None


LEFT: list[str] = []


async def visit(request: Request) -> AsyncIterator[str]:
    """Something that is left once the endpoint has answered."""
    try:
        yield request.headers.get("x-who", "nobody")
        LEFT.append("well")
    except Exception:
        LEFT.append("badly")
        raise


Visit = Annotated[str, Depends(visit, scope="function")]


async def who(visitor: Visit, response: Response) -> str:
    """Who asks; refuses some."""
    response.headers["X-Seen"] = visitor
    if visitor == "stranger":
        raise NotFound
    return visitor


Who = Annotated[str, Depends(who)]


@router.get("")
async def list_books(query: Annotated[BookQuery, Query()], who: Who) -> dict[str, Any]:
    return {"who": who, **query.model_dump()}


@router.post("", status_code=201)
async def create_book(body: BookBody, who: Who, response: Response) -> Book:
    if body.title == "taken":
        raise Conflict("It exists already.")
    if body.title == "late":
        response.status_code = 202
    return Book(title=f"{body.title} by {who}", price=body.price)


@router.get("/export.{kind}")
async def export_books(kind: str) -> PlainTextResponse:
    return PlainTextResponse(kind)


@router.get("/me")
async def my_book(visitor: Visit) -> Book:
    return Book(title=visitor)


@router.get("/{name}")
async def read_book(
    name: str,
    who: Who,
    include: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    x_who: Annotated[str | None, Header()] = None,
    session: Annotated[str | None, Cookie()] = None,
) -> dict[str, Any]:
    return {"name": name, "who": who, "include": include, "x": x_who, "session": session}


@router.get("/{name}/pages/{page}")
async def read_page(name: str, page: int, book_id: UUID | None = None) -> list[str]:
    if page == 13:
        raise NotFound
    return [name, str(page), str(book_id)]


@router.delete("/{name}", status_code=204)
async def delete_book(name: str) -> None:
    LEFT.append(name)


@router.get("/{name}/broken")
async def broken(name: str) -> Book:
    return name  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@router.put("/{name}")
async def put_book(name: str, title: Annotated[str, Body(embed=True)]) -> Book:
    return Book(title=f"{name} {title}")


def make_app() -> FastAPI:
    app = FastAPI()
    app.include_router(router, prefix="/v2")
    handlers.install(app)
    app.add_middleware(Dispatcher, fastapi=app)
    return app


@pytest.fixture(scope="module")
def straight() -> Iterator[TestClient]:
    with TestClient(make_app(), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def ordinary() -> Iterator[TestClient]:
    app = make_app()
    app.dependency_overrides[make_app] = make_app  # FastAPI answers an app with overrides itself
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


SEGMENTS = st.lists(st.sampled_from([*NAMES, "books", "pages", "broken", "13"]), max_size=4)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["limit", "sort", "title", "tag__in", "include", "book_id", "odd"]),
        st.sampled_from(["1", "-title", "x", "", "é", "0", str(UUID(int=1))]),
    ),
    max_size=3,
)
HEADERS = st.dictionaries(
    st.sampled_from(["X-Who", "Cookie", "Content-Type"]),
    st.sampled_from(
        ["stranger", "session=a", "application/json", "text/plain", "application/json; a=b"]
    ),
    max_size=3,
)
BODIES = st.sampled_from(
    ["", "{}", '{"title": "a"}', '{"title": "taken"}', '{"title": "late", "price": 2}', "{", "[]",
     '{"title": "", "x": 1}', "null", '{"title": "a", "title": "b"}']
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]),
    SEGMENTS,
    QUERIES,
    HEADERS,
    BODIES,
)
def test_it_is_answered_alike(  # noqa: PLR0913, PLR0917 - what a request is made of
    straight: TestClient,
    ordinary: TestClient,
    method: str,
    segments: list[str],
    query: list[tuple[str, str]],
    headers: dict[str, str],
    body: str,
) -> None:
    path = "/".join(["/v2/books", *segments])
    answers = []
    for client in (straight, ordinary):
        LEFT.clear()
        asked = client.build_request(
            method,
            path,
            params=query,
            headers={k: v.encode() for k, v in headers.items()},
            content=body,
        )
        answer = client.send(asked)
        answers.append((answer.status_code, answer.content, answer.headers.raw, tuple(LEFT)))
    assert answers[0] == answers[1]


def test_which_operations_are_laid_out() -> None:
    laid_out: dict[str, bool] = {}
    for route in iter_route_contexts(make_app().routes):
        if getattr(route, "dependant", None):
            try:
                Operation(route)
                laid_out[route.name or ""] = True
            except Unknown:
                laid_out[route.name or ""] = False
    assert [name for name, is_known in laid_out.items() if not is_known] == [
        "export_books",  # no model
        "delete_book",  # no body
        "put_book",  # a body that is no model
    ]


def test_a_visit_ends_before_the_answer_whatever_becomes_of_it(straight: TestClient) -> None:
    LEFT.clear()
    straight.get("/v2/books/me")
    straight.get("/v2/books", headers={"X-Who": "stranger"})
    assert LEFT == ["well", "badly"]
