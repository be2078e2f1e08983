"""Callers are told when something comes to an end."""

from collections.abc import Callable
from datetime import date

import pytest
from fastapi import APIRouter
from keel.access import anyone
from keel.auth import allow
from keel.edge import retires
from keel.problems import Conflict
from starlette.testclient import TestClient

NOTICE = retires(deprecated=date(2026, 12, 31), sunset=date(2027, 6, 30))
ENDS = {"deprecation": "@1798675200", "sunset": "Wed, 30 Jun 2027 00:00:00 GMT"}


@pytest.fixture
def client(calling: Callable[..., TestClient]) -> TestClient:
    router = APIRouter(dependencies=[allow(anyone), NOTICE], deprecated=True)

    @router.get("/old")
    async def old(count: int = 0) -> dict[str, int]:
        return {"it is old": count}

    @router.delete("/old", status_code=204)
    async def end() -> None:
        pass

    @router.post("/old")
    async def refuse() -> None:
        raise Conflict

    @router.get("/older", dependencies=[retires(sunset=date(2027, 1, 1))])
    async def older() -> None:
        pass

    return calling(router)


def test_answers_say_from_when_on(client: TestClient) -> None:
    for answer in (client.get("/old"), client.delete("/old"), client.head("/old")):
        assert answer.headers.items() >= ENDS.items()


def test_refusals_say_so_too(client: TestClient) -> None:
    answers = (client.get("/old?count=none"), client.post("/old"))
    assert [answer.status_code for answer in answers] == [422, 409]
    for answer in answers:
        assert answer.headers.items() >= ENDS.items()


def test_a_route_knows_better_than_its_router(client: TestClient) -> None:
    headers = client.get("/older").headers
    assert headers["sunset"] == "Fri, 01 Jan 2027 00:00:00 GMT"
    assert "deprecation" not in headers


def test_what_stays_says_nothing(client: TestClient) -> None:
    assert not ENDS.keys() & client.get("/things").headers.keys()


def test_the_documentation_says_so(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert all(operation["deprecated"] for operation in paths["/old"].values())
