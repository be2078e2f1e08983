"""Failures that every operation shares, so that routes name only what is particular to them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from starlette.routing import BaseRoute

from keel.problems import Invalid, NotFound, PayloadTooLarge, Problem, UnsupportedMediaType, answers
from keel.problems.answers import SCHEMA, answer

Document = dict[str, Any]
Refusals = Callable[[RouteContext], Iterable[type[Problem]]]

FASTAPIS_OWN = ("HTTPValidationError", "ValidationError")


def describe(document: Document, routes: Sequence[BaseRoute], refusals: Refusals) -> Document:
    """Complete FastAPI's document in place, and return it.

    Args:
        document: What FastAPI made of the routes.
        routes: The routes, included routers among them.
        refusals: How the guard of a route may refuse.
    """
    for route, operation in _operations(document, routes):
        problems = answers(*refusals(route), *_own_failures(operation, route))
        shared = {str(status): said for status, said in problems.items()}
        said = operation["responses"]
        said.pop("422", None)
        operation["responses"] = {
            **dict(sorted((shared | said).items())),
            "default": answer("Any other failure."),
        }
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


def _own_failures(operation: Document, route: RouteContext) -> Iterator[type[Problem]]:
    if "{" in (route.path or ""):
        yield NotFound
    if "requestBody" in operation:
        yield PayloadTooLarge
        yield UnsupportedMediaType
    if "422" in operation["responses"]:
        yield Invalid
