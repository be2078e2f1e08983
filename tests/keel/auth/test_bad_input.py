"""Whatever stands in a field of an endpoint of accounts: a problem, never a 500, never a secret."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from jose import SETTINGS
from keel.auth.throttling.limits import limits_of
from keel.auth.throttling.memory import MemoryWindows
from keel.auth.throttling.throttle import Throttle
from people import PASSWORD, People, Tokens

LIMITS = limits_of(SETTINGS)
HUGE = "x" * 1_000_000
BAD: dict[str, Any] = {
    "NUL": "a\0b",
    "half a pair": "\ud800",
    "a megabyte": HUGE,
    "null": None,
    "true": True,
    "a number": 5,
    "a huge number": 10**400,
    "a list": ["ada@example.com"],
    "an object": {"$ne": ""},
    "a list of lists": [[[[]]]],
    "empty": "",
    "blanks": "   ",
    "a template": "${7*7}{{7*7}}",
    "a line break": "ada@example.com\r\nBcc: all@example.com",
}
BODIES: dict[str, dict[str, Any]] = {
    "/users/sign-up": {"email": "new@example.com", "password": PASSWORD},
    "/users/verify-email": {"token": "a"},
    "/users/me/delete": {"current_password": "wrong"},
    "/auth/refresh": {"refresh_token": "a"},
    "/auth/change-password": {"current_password": "wrong", "new_password": PASSWORD},
    "/auth/forgot-password": {"email": "ada@example.com"},
    "/auth/reset-password": {"token": "a", "new_password": PASSWORD},
    "/auth/change-email": {"email": "new@example.com", "current_password": "wrong"},
    "/auth/confirm-email": {"token": "a"},
    "/auth/sign-in/second-factor": {"token": "a", "code": "000000"},
    "/auth/api-keys": {"current_password": "wrong", "name": "report", "permissions": []},
    "/auth/second-factor": {"current_password": "wrong"},
    "/auth/second-factor/confirm": {"code": "000000"},
    "/auth/second-factor/recovery-codes": {"current_password": "wrong"},
    "/auth/second-factor/turn-off": {"current_password": "wrong"},
}

FORMS = {"/auth/sign-in", "/auth/token", "/auth/revoke", "/auth/introspect"}


def _spoiled() -> Iterator[tuple[str, str]]:
    """Bodies, each with one field that is spoiled, as JSON in plain ASCII."""
    for path, body in BODIES.items():
        for field in body:
            for bad in BAD.values():
                yield path, json.dumps(body | {field: bad})
        yield path, json.dumps(list(body))
        yield path, json.dumps({**body, "more": 1})
        yield path, "null"
        yield path, '"text"'
        yield path, "{"
        yield path, ""


def test_every_endpoint_with_a_body_is_tried(app: FastAPI) -> None:
    taking = {
        route.path
        for route in iter_route_contexts(app.routes)
        if "POST" in (route.methods or ())
        and route.path.startswith(("/auth/", "/users/"))
        and getattr(route, "body_field", None) is not None
    }
    assert taking - FORMS == BODIES.keys()


def test_whatever_a_body_says_the_answer_is_a_problem_that_repeats_nothing(
    people: People, ada: Tokens, capfd: pytest.CaptureFixture[str]
) -> None:
    headers = {"Authorization": f"Bearer {ada['access_token']}", "Content-Type": "application/json"}
    for path, body in _spoiled():
        people.app.state.throttle = Throttle(MemoryWindows(), LIMITS)
        answer = people.client.post(path, content=body, headers=headers)
        assert answer.status_code in {204, 401, 409, 413, 422}, (path, body[:200])
        if answer.status_code == 204:
            assert path in {"/users/sign-up", "/auth/forgot-password"}, (path, body[:200])
            continue
        assert answer.headers["content-type"] == "application/problem+json"
        assert HUGE[:100] not in answer.text
        assert PASSWORD not in answer.text
    said = capfd.readouterr().err
    for secret in (PASSWORD, ada["access_token"], ada["refresh_token"], HUGE[:100]):
        assert secret not in said


def test_no_secret_of_a_whole_life_is_ever_logged(
    people: People, capfd: pytest.CaptureFixture[str]
) -> None:
    secrets = [PASSWORD, "eight-loud-herons-fishing"]
    first = people.join()
    secrets += [people.token(), *first.values()]
    second = people.refresh(first).json()
    secrets += second.values()
    people.client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    secrets.append(people.token())
    body = {"token": people.token(), "new_password": secrets[1]}
    people.client.post("/auth/reset-password", json=body)
    people.refresh(first)
    hashed = people.stored("SELECT password_hash FROM users")
    said = capfd.readouterr().err
    assert "/auth/reset-password" in said
    for secret in (*secrets, hashed):
        assert not isinstance(secret, str) or len(secret) < 10 or secret not in said
