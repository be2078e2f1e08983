from enum import StrEnum

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from keel import Settings, create_app
from keel.access import Rule, anyone, at_least, nobody, owner, signed_in
from keel.auth import allow, guard_of
from people import People


class Role(StrEnum):
    MEMBER = "member"
    ADMIN = "admin"


ADMIN = at_least(Role.ADMIN)
DOORS = {
    "/anyone": anyone,
    "/known": signed_in,
    "/admin": ADMIN,
    "/owner": owner,
    "/either": owner | ADMIN,
    "/nobody": nobody,
}


async def enter() -> None:
    pass


@pytest.fixture
def doors(app: FastAPI) -> FastAPI:
    for path, rule in DOORS.items():
        app.add_api_route(path, enter, name=path, dependencies=[allow(rule)], status_code=204)
    return app


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (None, [204, 401, 401, 401, 401, 401]),
        ("member", [204, 204, 403, 204, 204, 403]),
        ("admin", [204, 204, 204, 204, 204, 403]),
    ],
)
def test_a_door_opens_to_whom_its_rule_admits(
    doors: FastAPI, role: str | None, statuses: list[int]
) -> None:
    with TestClient(doors) as client:
        people = People(doors, client)
        headers: dict[str, str] = {}
        if role:
            headers["Authorization"] = f"Bearer {people.join(role=role)['access_token']}"
        answers = [client.get(path, headers=headers) for path in DOORS]
    assert [answer.status_code for answer in answers] == statuses


def test_a_refusal_says_whom_the_door_is_for(doors: FastAPI) -> None:
    with TestClient(doors) as client:
        people = People(doors, client)
        answer = people.call("GET", "/admin", people.join())
    assert answer.json()["detail"] == "This is for: admin. Your role is member."


def test_the_docs_show_a_padlock_only_where_sign_in_is_needed(doors: FastAPI) -> None:
    document = doors.openapi()
    locked = {
        path
        for path in DOORS
        if {"sign-in": []} in document["paths"][path]["get"].get("security", [])
    }
    assert locked == DOORS.keys() - {"/anyone"}
    assert "security" not in document["paths"]["/auth/sign-in"]["post"]
    flow = document["components"]["securitySchemes"]["sign-in"]["flows"]["password"]
    assert flow["tokenUrl"] == "/auth/sign-in"


def test_the_guard_of_a_route_tells_its_rule(doors: FastAPI) -> None:
    found = {route.path: guard_of(route) for route in iter_route_contexts(doors.routes)}
    assert {path: found[path] for path in DOORS} == DOORS
    assert found["/auth/sign-in"] == anyone
    assert found["/auth/sign-out"] == signed_in


def test_a_guard_counts_wherever_it_was_said() -> None:
    inner = APIRouter(dependencies=[allow(ADMIN)])
    inner.add_api_route("/inner", enter)
    bare = APIRouter()
    bare.add_api_route("/bare", enter)
    outer = FastAPI(openapi_url=None)
    outer.include_router(inner)
    outer.include_router(bare)
    rules: dict[str | None, Rule | None] = {
        route.path: guard_of(route) for route in iter_route_contexts(outer.routes)
    }
    assert rules == {"/inner": ADMIN, "/bare": None}


def test_an_app_without_accounts_knows_nobody(settings: Settings) -> None:
    router = APIRouter()
    router.add_api_route("/anyone", enter, dependencies=[allow(anyone)], status_code=204)
    router.add_api_route("/known", enter, dependencies=[allow(signed_in)], status_code=204)
    app = create_app(
        settings, title="Open", description="Knows nobody.", version="1", routers=[router]
    )
    with TestClient(app) as client:
        headers = {"Authorization": "Bearer whatever"}
        assert client.get("/anyone", headers=headers).status_code == 204
        assert client.get("/known", headers=headers).status_code == 401
