"""Problems as OpenAPI describes them."""

from typing import Any

from keel.problems.problem import MEDIA_TYPE, Problem

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


def answer(description: str) -> dict[str, Any]:
    """An OpenAPI response that holds a problem."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def answers(*problems: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route that may fail in these ways."""
    return {problem.status: answer(problem.detail) for problem in problems}
