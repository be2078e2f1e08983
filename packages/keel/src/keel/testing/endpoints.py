"""Endpoints: what routes are, and what each does with the rows behind a path."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from starlette.routing import BaseRoute

from keel.access import Operation, Rule
from keel.access.paths import table_of
from keel.auth import guard_of
from keel.data import FileKind, Model
from keel.data.files.kind import uploads

_OPERATIONS: dict[tuple[str, bool], Operation] = {
    ("GET", False): "list",
    ("POST", False): "create",
    ("GET", True): "read",
    ("PATCH", True): "update",
    ("DELETE", True): "delete",
}
_BULK: dict[str, tuple[str, str]] = {
    "create": ("POST", "/bulk"),
    "update": ("PATCH", "/bulk"),
    "delete": ("POST", "/bulk-delete"),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, who may call it, and the schemas that it takes and answers."""

    method: str
    path: str
    rule: Rule | None
    body: type[BaseModel] | None
    query: type[BaseModel] | None
    includes: tuple[str, ...] = ()
    returns: type[BaseModel] | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def below(self, prefix: str) -> "Endpoint":
        """The same where an app has it: `/v2/books`."""
        return replace(self, path=f"{prefix}{self.path}")


def endpoints_of(routes: Sequence[BaseRoute]) -> Iterator[Endpoint]:
    """Every endpoint below `routes`, in their order."""
    for route in iter_route_contexts(routes):
        dependant = getattr(route, "dependant", None)
        if dependant is None:
            continue
        for method in sorted(route.methods or ()):
            yield Endpoint(
                method=method,
                path=route.path or "",
                rule=guard_of(route),
                body=_schema(dependant.body_params),
                query=_schema(dependant.query_params),
                includes=_includes(dependant.query_params),
                returns=_answer(route),
            )


def operations_at(
    path: str, routes: Sequence[BaseRoute], model: type[Model]
) -> dict[str, Endpoint]:
    """The endpoints of the rows at `path`, or below a row that they refer to, by what they do."""
    return operations_among(path, endpoints_of(routes), model)


def operations_among(
    path: str, endpoints: Iterable[Endpoint], model: type[Model]
) -> dict[str, Endpoint]:
    """Those of some endpoints that do something with the rows at `path`, by what they do."""
    found: dict[str, Endpoint] = {}
    for endpoint in endpoints:
        match = re.fullmatch(rf"(?:/[\w-]+/{{(\w+)}})?{re.escape(path)}(/{{\w+}})?", endpoint.path)
        if match is None or (match[1] and (match[2] or match[1] not in table_of(model).c)):
            continue
        operation = _OPERATIONS.get((endpoint.method, match[2] is not None))
        if operation and (match[1] is None or operation not in found):
            found[operation] = endpoint
    return found


def actions_at(path: str, routes: Sequence[BaseRoute]) -> dict[str, Endpoint]:
    """The endpoints of actions on the rows at `path`, or on one of them, by name."""
    own = rf"{re.escape(path)}(?:/{{\w+}})?/([a-z][a-z0-9-]*)"
    found = ((re.fullmatch(own, each.path), each) for each in endpoints_of(routes))
    return {
        match[1].replace("-", "_"): each for match, each in found if match and each.method == "POST"
    }


def has_history(path: str, routes: Sequence[BaseRoute]) -> bool:
    """Whether routes tell what changed in a row at `path`."""
    own = re.compile(rf"{re.escape(path)}/{{\w+}}/history")
    return any(own.fullmatch(each.path) and each.method == "GET" for each in endpoints_of(routes))


def bulk_of(path: str, routes: Sequence[BaseRoute]) -> dict[str, Endpoint]:
    """The endpoints about many of the rows at `path` in one call, by what they do to each."""
    found = {(each.method, each.path.rpartition(path)[2]): each for each in endpoints_of(routes)}
    return {operation: found[key] for operation, key in _BULK.items() if key in found}


def exports_of(routes: Sequence[BaseRoute]) -> tuple[str, ...]:
    """What files the list of a router's rows can be had as."""
    for route in iter_route_contexts(routes):
        if (route.path or "").endswith("/export.{file_format}"):
            parameters = getattr(route, "dependant").path_params  # noqa: B009 - not of every route
            kinds = {each.name: each.field_info.annotation for each in parameters}
            return get_args(kinds["file_format"])
    return ()


def files_of(routes: Sequence[BaseRoute]) -> dict[str, FileKind]:
    """The fields of a router's rows that are files, and what each takes."""
    return {path.rpartition("/")[2].replace("-", "_"): kind for _, path, kind in uploads(routes)}


def _schema(parameters: Sequence[Any]) -> type[BaseModel] | None:
    """The model among a route's parameters."""
    kinds = (parameter.field_info.annotation for parameter in parameters)
    return next((k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel)), None)


def _answer(route: Any) -> type[BaseModel] | None:
    """The model of a route's answer, if it is one."""
    answer = getattr(route, "response_model", None)
    return answer if isinstance(answer, type) and issubclass(answer, BaseModel) else None


def _includes(parameters: Sequence[Any]) -> tuple[str, ...]:
    """What a route can be asked to include, by a parameter of its own or one among others."""
    query = _schema(parameters)
    own = {each.name: each.field_info.annotation for each in parameters}
    among = {name: info.annotation for name, info in query.model_fields.items()} if query else {}
    words = get_args((own | among).get("include"))
    return get_args(words[0]) if words else ()
