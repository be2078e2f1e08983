"""The OpenAPI document says what every operation shares."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from keel.access import owner, signed_in
from keel.auth import allow
from keel.problems import Conflict, answers

Document = dict[str, Any]
PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}

guarded = APIRouter(prefix="/guarded")


@guarded.get("/known", dependencies=[allow(signed_in)])
async def read_known() -> None: ...


@guarded.get("/own", dependencies=[allow(owner)], responses=answers(Conflict))
async def read_own() -> None: ...


@pytest.fixture
def document(calling: Callable[..., TestClient]) -> Document:
    answer = calling(guarded).get("/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def statuses(document: Document, method: str, path: str) -> list[str]:
    return list(document["paths"][path][method]["responses"])


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("get", "/teapot", ["200", "default"]),
        ("get", "/things", ["200", "422", "default"]),
        ("get", "/things/{thing_id}", ["200", "404", "422", "default"]),
        ("post", "/things", ["201", "409", "413", "415", "422", "default"]),
        ("get", "/guarded/known", ["200", "401", "default"]),
        ("get", "/guarded/own", ["200", "401", "403", "409", "default"]),
        ("get", "/health/ready", ["200", "503", "default"]),
    ],
)
def test_an_operation_names_how_it_may_fail(
    document: Document, method: str, path: str, expected: list[str]
) -> None:
    assert statuses(document, method, path) == expected


def test_every_failure_is_a_problem(document: Document) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if not status.startswith("2"):
                    assert answer["content"] == PROBLEM
                    assert answer["description"]


def test_the_problem_in_the_document_is_the_one_that_is_sent(
    document: Document, client: TestClient
) -> None:
    schema = document["components"]["schemas"]["Problem"]
    assert schema["required"] == list(client.get("/nothing").json())
    assert schema["required"] == list(schema["properties"])


def test_nothing_is_left_of_what_fastapi_would_answer(document: Document) -> None:
    assert "ValidationError" not in document["components"]["schemas"]
    assert "HTTPValidationError" not in str(document)


def test_operations_are_named_after_their_functions(document: Document) -> None:
    assert document["paths"]["/things"]["post"]["operationId"] == "create_thing"


def test_the_document_says_whose_it_is(document: Document) -> None:
    assert document["info"] == {
        "title": "Things",
        "description": "Holds things.",
        "version": "1.2.3",
    }
