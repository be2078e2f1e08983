"""`ContractTests`: what the API as a whole must do."""

import re
from uuid import uuid4

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from keel.access import ANONYMOUS
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.endpoints import Endpoint, endpoints_of
from keel.testing.strange_requests import documented_operations, must_keep_the_contract
from keel.testing.visitors import Visitor

_WITH_BODY = {"POST", "PATCH", "PUT"}


class ContractTests:
    """Tests of the whole API; subclass it as `TestContract`."""

    def test_every_documented_operation_has_a_guard(self, app: FastAPI) -> None:
        guarded = {str(endpoint) for endpoint in _guarded(app)}
        documented = {
            f"{method.upper()} {path}"
            for path, operations in app.openapi()["paths"].items()
            for method in operations
        }
        assert documented <= guarded, f"Without a guard: {sorted(documented - guarded)}"

    def test_every_guard_holds_for_every_kind_of_caller(
        self, app: FastAPI, callers: Callers, subtests: pytest.Subtests
    ) -> None:
        roles = () if app.state.user is None else tuple(app.state.user.roles)
        for endpoint in _guarded(app):
            for role in (None, *roles):
                # A new account each time: some operations end the caller's session.
                visitor = callers.new(f"a {role}", role) if role else callers.unknown
                with subtests.test(f"{endpoint} by {visitor.name}"):
                    _must_obey_its_guard(endpoint, visitor)

    def test_a_forged_token_opens_nothing(
        self, app: FastAPI, client: TestClient, subtests: pytest.Subtests
    ) -> None:
        forger = Visitor("a forger", client, token="e30.e30.e30")  # noqa: S106 - worth nothing
        for endpoint in _guarded(app):
            if endpoint.rule is not None and not endpoint.rule.admits(ANONYMOUS):
                with subtests.test(str(endpoint)):
                    _call(endpoint, forger).must_be(401, "the token is forged")

    def test_strange_requests_get_documented_answers(
        self, app: FastAPI, callers: Callers, subtests: pytest.Subtests
    ) -> None:
        for operation in documented_operations(app):
            with subtests.test(operation.label):
                must_keep_the_contract(operation, _the_strongest(app, callers))


def _the_strongest(app: FastAPI, callers: Callers) -> Visitor:
    roles = app.state.user.roles if app.state.user else [None]
    return callers.new("the strongest", list(roles)[-1])


def _guarded(app: FastAPI) -> list[Endpoint]:
    return [endpoint for endpoint in endpoints_of(app.routes) if endpoint.rule is not None]


def _call(endpoint: Endpoint, visitor: Visitor) -> Answer:
    url = re.sub(r"{\w+}", str(uuid4()), endpoint.path)
    return visitor.send(endpoint.method, url, json={} if endpoint.method in _WITH_BODY else None)


def _must_obey_its_guard(endpoint: Endpoint, visitor: Visitor) -> None:
    rule, answer = endpoint.rule, _call(endpoint, visitor)
    assert rule is not None
    if not rule.admits(visitor.caller):
        status = 403 if visitor.caller.is_signed_in else 401
        answer.must_be(status, f"this is for: {rule}")
    else:
        answer.must_hold(
            answer.status not in {401, 403}, f"neither 401 nor 403: this is for {rule}"
        )
