"""Callers are told when something comes to an end."""

from datetime import date

from fastapi import APIRouter, FastAPI
from keel.edge import retires
from starlette.testclient import TestClient

NOTICE = retires(deprecated=date(2026, 12, 31), sunset=date(2027, 6, 30))


def client() -> TestClient:
    app, router = FastAPI(), APIRouter(dependencies=[NOTICE], deprecated=True)

    @router.get("/old")
    async def old() -> dict[str, str]:
        return {"it": "is old"}

    @router.delete("/old", status_code=204)
    async def end() -> None:
        pass

    app.include_router(router)
    return TestClient(app)


def test_answers_say_from_when_on() -> None:
    for answer in (client().get("/old"), client().delete("/old")):
        assert answer.headers["deprecation"] == "@1798675200"
        assert answer.headers["sunset"] == "Wed, 30 Jun 2027 00:00:00 GMT"


def test_the_documentation_says_so() -> None:
    paths = client().get("/openapi.json").json()["paths"]
    assert [operation["deprecated"] for operation in paths["/old"].values()] == [True, True]
