"""What every operation shares, so that routes say only what is particular to them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from starlette.routing import BaseRoute

from keel.openapi.parameters import describe_parameters
from keel.problems import (
    InternalError,
    Invalid,
    NotFound,
    PayloadTooLarge,
    Problem,
    UnsupportedMediaType,
    answers,
)
from keel.problems.answers import SCHEMA, Failure, answer

Document = dict[str, Any]
Refusals = Callable[[RouteContext], Iterable[Failure]]

FASTAPIS_OWN = ("HTTPValidationError", "ValidationError")
# A period before a small letter belongs to an abbreviation.
FIRST_SENTENCE = re.compile(r"(.+?)(?:\.\s+(?![a-z])|\.?\Z|\n\s*\n)", re.DOTALL)


def describe(document: Document, routes: Sequence[BaseRoute], refusals: Refusals) -> Document:
    """Complete FastAPI's document in place, and return it.

    Args:
        document: What FastAPI made of the routes.
        routes: The routes, included routers among them.
        refusals: How the guard of a route may refuse.
    """
    for route, operation in _operations(document, routes):
        _add_failures(operation, *refusals(route), *_own_failures(operation, route))
        _summarize(operation, route)
        describe_parameters(operation.get("parameters", []))
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in FASTAPIS_OWN:
        schemas.pop(name, None)
    schemas["Problem"] = SCHEMA
    return document


def _operations(
    document: Document, routes: Sequence[BaseRoute]
) -> Iterator[tuple[RouteContext, Document]]:
    for route in iter_route_contexts(routes):
        if isinstance(route.original_route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                yield route, document["paths"][route.path_format][method.lower()]


def _add_failures(operation: Document, *failures: Failure) -> None:
    shared = {str(status): said for status, said in answers(*failures).items()}
    said = operation["responses"]
    said.pop("422", None)
    operation["responses"] = {
        **dict(sorted((shared | said).items())),
        "default": answer([InternalError], "Any other failure."),
    }


def _summarize(operation: Document, route: RouteContext) -> None:
    """Let the first sentence of the docstring be the summary, and the rest the description."""
    first = FIRST_SENTENCE.match(operation.get("description", ""))
    if route.summary or first is None:
        return
    operation["summary"] = " ".join(first[1].split())
    rest = operation.pop("description")[first.end() :].strip()
    if rest:
        operation["description"] = rest


def _own_failures(operation: Document, route: RouteContext) -> Iterator[type[Problem]]:
    if "{" in (route.path or ""):
        yield NotFound
    if "requestBody" in operation:
        yield PayloadTooLarge
        yield UnsupportedMediaType
    if "422" in operation["responses"]:
        yield Invalid
