"""Problems as OpenAPI describes them."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from keel.problems.kinds import Invalid
from keel.problems.problem import MEDIA_TYPE, Problem

Failure: TypeAlias = Problem | type[Problem]
"""One that says what it says each time, or a kind with its usual words."""

SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong, as RFC 9457 writes it.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance", "request_id", "errors"],
    "properties": {
        "type": {"type": "string", "description": "The URI of the kind of problem."},
        "title": {"type": "string", "description": "The kind of problem in words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is wrong this time."},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "request_id": {"type": "string", "description": "The request's id in the log."},
        "errors": {
            "type": "array",
            "description": "What is wrong with single values.",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {
                    "field": {"type": "string", "examples": ["body.title"]},
                    "message": {"type": "string", "examples": ["Field required"]},
                },
            },
        },
    },
}
"""JSON Schema of a problem's body; `#/components/schemas/Problem` in a backend's document."""


def answer(failures: Sequence[Failure], description: str | None = None) -> dict[str, Any]:
    """An OpenAPI response that holds one of these problems, with an example of each.

    Args:
        failures: At least one.
        description: When it is sent; what the problems say when left out.
    """
    bodies = [_example(failure) for failure in failures]
    examples: dict[str, Any] = {"example": bodies[0]}
    if len(bodies) > 1:
        examples = {"examples": {body["detail"]: {"value": body} for body in bodies}}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": description or " ".join(body["detail"] for body in bodies),
        "content": {MEDIA_TYPE: {"schema": schema, **examples}},
    }


def answers(*failures: Failure) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route that may fail in these ways."""
    statuses = dict.fromkeys(failure.status for failure in failures)
    return {
        status: answer([failure for failure in failures if failure.status == status])
        for status in statuses
    }


def _example(failure: Failure) -> dict[str, Any]:
    wrong = {"field": "body.title", "message": "Field required"}
    return {
        "type": failure.type,
        "title": failure.title,
        "status": failure.status,
        "detail": failure.detail,
        "instance": "/",
        "request_id": "4bf92f3577b34da6a3ce929d0e0e4736",
        "errors": [wrong] if failure.status == Invalid.status else [],
    }
