"""Strange requests: whatever fits the OpenAPI document, and what does not, at random."""

from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis.errors import Unsatisfiable
from requests import Request
from schemathesis import GenerationMode
from schemathesis.checks import (
    not_a_server_error,  # pyright: ignore[reportUnknownVariableType] - half typed
)
from schemathesis.specs.openapi import checks

from keel.problems import Invalid, Unwritten
from keel.testing.visitors import Visitor

EXAMPLES = 10
"""Requests to each operation, as many that fit its schema as that do not."""

_LONGEST_URL = 65_536  # that httpx2 sends

# Whether a guard can be passed without a token is the access matrix's question; and no schema can
# say that a reference leads somewhere, that a cursor is ours, or that a password is not a weak one.
_NOT_ASKED: list[Any] = [checks.ignored_auth, checks.positive_data_acceptance]  # pyright: ignore[reportUnknownMemberType] - half typed

# The same requests in every run: a failure is there for everybody, and stays until it is mended.
_thoroughly = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)


def documented_operations(app: FastAPI) -> Iterator[Any]:
    """Every operation of an app's OpenAPI document."""
    schema: Any = schemathesis.openapi.from_dict(app.openapi())
    return (result.ok() for result in schema.get_all_operations())


def must_keep_the_contract(operation: Any, visitor: Visitor) -> None:
    """Try an operation with requests that fit its schema, then with some that do not.

    Args:
        operation: One of `documented_operations`.
        visitor: Who asks.

    Raises:
        AssertionError: An answer is not as documented; the message has a call to repeat it.
    """
    for mode in GenerationMode:

        @_thoroughly
        @given(case=operation.as_strategy(generation_mode=mode))
        def try_it(case: Any) -> None:
            answer = _send(case, visitor)
            case.validate_response(answer, excluded_checks=[*_NOT_ASKED, *_excused(answer)])

        with suppress(Unsatisfiable):  # what takes no parameters cannot be sent wrong ones
            try_it()


def _excused(answer: Any) -> list[Any]:
    """What an answer may be that schemas alone would forbid.

    A server error is one that nobody meant; that logic is not written yet, somebody says. A call
    about many rows goes well, and tells which of them do not fit their schema.
    """
    if answer.status_code == Unwritten.status:
        return [not_a_server_error]
    return [checks.negative_data_rejection] if _refuses_rows(answer) else []  # pyright: ignore[reportUnknownMemberType] - half typed


def _refuses_rows(answer: Any) -> bool:
    if answer.status_code != HTTPStatus.OK or b'"problem"' not in answer.content:
        return False
    told: Any = answer.json()
    items: list[Any] = told.get("items", []) if hasattr(told, "get") else []
    return any(item.get("status") == Invalid.status for item in items)


def _send(case: Any, visitor: Visitor) -> Any:
    sent = Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    assume(len(str(sent.url)) <= _LONGEST_URL)
    token = {"authorization": f"Bearer {visitor.token}"} if visitor.token else {}
    headers: Any = {**sent.headers, **token}
    body: Any = sent.body
    return visitor.client.request(str(sent.method), str(sent.url), content=body, headers=headers)
