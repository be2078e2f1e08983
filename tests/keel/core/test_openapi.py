"""The OpenAPI document says what every operation shares."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from keel.access import at_least, owner, signed_in
from keel.auth import allow
from keel.data.queries.filters import OPERATORS
from keel.openapi.parameters import FILTERS
from keel.problems import Conflict, answers

Document = dict[str, Any]
PROBLEM = "application/problem+json"
REF = {"$ref": "#/components/schemas/Problem"}


class Role(StrEnum):
    READER = "reader"
    EDITOR = "editor"


guarded = APIRouter(prefix="/guarded")


@guarded.get("/known", dependencies=[allow(signed_in)])
async def read_known() -> None: ...


@guarded.get(
    "/own", dependencies=[allow(owner | at_least(Role.EDITOR))], responses=answers(Conflict)
)
async def read_own() -> None: ...


@guarded.get(
    "/named", dependencies=[allow(signed_in)], summary="A name", description="Of. Its own."
)
async def read_named(size: int | None = None) -> None: ...


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
    members = document["components"]["schemas"]["Problem"]["required"]
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if not status.startswith("2"):
                    assert answer["description"]
                    content = answer["content"][PROBLEM]
                    assert content["schema"] == REF
                    for example in examples(content):
                        assert list(example) == members
                        assert str(example["status"]) == status or status == "default"


def examples(content: Document) -> list[Document]:
    several = content.get("examples", {}).values()
    return [example["value"] for example in several] or [content["example"]]


def test_two_problems_of_one_status_are_both_told(document: Document) -> None:
    answer = document["paths"]["/things"]["post"]["responses"]["409"]
    assert answer["description"] == (
        "The request conflicts with what is stored. The last one was sold."
    )
    titles = [example["title"] for example in examples(answer["content"][PROBLEM])]
    assert titles == ["Conflict", "Out of stock"]


def test_a_refusal_says_whom_the_operation_is_for(document: Document) -> None:
    answer = document["paths"]["/guarded/own"]["get"]["responses"]["403"]
    said = "Your account may not do this; it is for: owner | editor."
    assert answer["description"] == said
    assert answer["content"][PROBLEM]["example"]["detail"] == said


@pytest.mark.parametrize(
    ("method", "path", "summary", "description"),
    [
        (
            "get",
            "/things",
            "List things, e.g. a teapot",
            "They come in their order.\n\nThere are few.",
        ),
        ("post", "/things", "Add a thing", None),
        ("get", "/guarded/named", "A name", "Of. Its own."),
        ("get", "/guarded/known", "Read Known", None),
    ],
)
def test_a_docstrings_first_sentence_is_the_summary(
    document: Document, method: str, path: str, summary: str, description: str | None
) -> None:
    operation = document["paths"][path][method]
    assert (operation["summary"], operation.get("description")) == (summary, description)


def test_parameters_of_a_list_say_what_they_are_for(document: Document) -> None:
    parameters = document["paths"]["/things"]["get"]["parameters"]
    assert {each["name"]: each.get("description") for each in parameters} == {
        "limit": None,
        "sort": "Order of the list; `-` for descending.",
        "q": "Words to find.",
        "count": "`count` equal to this.",
        "count__gte": "`count` at least this.",
    }


def test_a_parameter_elsewhere_is_no_filter(document: Document) -> None:
    (size,) = document["paths"]["/guarded/named"]["get"]["parameters"]
    assert "description" not in size


def test_every_filter_has_words() -> None:
    assert FILTERS.keys() == OPERATORS.keys()


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
