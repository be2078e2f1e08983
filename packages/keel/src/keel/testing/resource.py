"""Resources: what the routes of one path offer, found from the routes themselves."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self, get_args

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from sqlalchemy import Table, UniqueConstraint
from starlette.routing import BaseRoute

from keel.access import Operation, Policy, Rule
from keel.access.paths import table_of
from keel.auth import guard_of
from keel.data import FileKind, Model, Searched, Together
from keel.data.computing.computed import Aggregate
from keel.data.computing.terms import Term
from keel.data.files.kind import uploads
from keel.data.model import models
from keel.testing.action import Action
from keel.testing.field_rules import field_rules_of

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


@dataclass(frozen=True, slots=True)
class Resource:
    """The rows of a model behind a path: what can be done with them, and by whom.

    Attributes:
        is_singleton: Whether the path is that of the one row that the caller has.
        prefix: What the app puts before every path.
        members: The model that says who is a member of a row, where rows have members.
        has_history: Whether there is an endpoint that tells what changed in a row.
    """

    path: str
    model: type[Model]
    policy: Policy
    endpoints: Mapping[str, Endpoint]
    members: type[Model] | None = None
    actions: tuple[Action, ...] = ()
    action_endpoints: Mapping[str, Endpoint] = field(default_factory=dict[str, Endpoint])
    tree: str = ""
    computed: Mapping[str, Aggregate | Term] = field(default_factory=dict[str, Aggregate | Term])
    exports: tuple[str, ...] = ()
    has_history: bool = False
    bulk: Mapping[str, Endpoint] = field(default_factory=dict[str, Endpoint])
    files: Mapping[str, FileKind] = field(default_factory=dict[str, FileKind])
    is_singleton: bool = False
    prefix: str = ""

    def below(self, prefix: str) -> Self:
        """The same where an app has it, below the path of its version."""
        return replace(
            self,
            path=f"{prefix}{self.path}",
            endpoints=_below(prefix, self.endpoints),
            action_endpoints=_below(prefix, self.action_endpoints),
            bulk=_below(prefix, self.bulk),
            prefix=prefix,
        )

    @property
    def shown(self) -> frozenset[str]:
        """The columns that answers have."""
        answer = self.endpoints["read"].returns
        return frozenset(answer.model_fields if answer else ())

    @property
    def table(self) -> Table[Any]:
        """The table of the model."""
        return table_of(self.model)

    @property
    def searched(self) -> Searched | None:
        """What `q` looks into, if its list is searched."""
        endpoint = self.endpoints.get("list")
        asks = endpoint and endpoint.query and "q" in endpoint.query.model_fields
        return self.model.searched if asks else None

    @property
    def owner_field(self) -> str | None:
        """The attribute with the id of the account that a row belongs to, if rows have owners."""
        return getattr(self.model, "owner_field", None)

    @property
    def is_tenant(self) -> bool:
        """Whether its rows are the tenants."""
        return self.model.tenant_field == "id"

    @property
    def noun(self) -> str:
        """What one row is called."""
        return self.model.__name__.lower()

    def together(self, column: str) -> tuple[str, ...]:
        """A column, with those beside it that have a value only when it has one."""
        groups = (group for group in self.table.constraints if isinstance(group, Together))
        return next((group.names for group in groups if column in group.names), (column,))

    @property
    def under(self) -> str | None:
        """The reference to the row below which it is listed and created, if it is."""
        found = re.search(r"{(\w+)}", self._rows_path)
        return found[1] if found else None

    def rows(self, parent_id: object = None) -> str:
        """Where rows are listed and created, below a parent if they need one."""
        return re.sub(r"{\w+}", str(parent_id), self._rows_path)

    @property
    def _rows_path(self) -> str:
        ends = (self.endpoints[name] for name in ("list", "create") if name in self.endpoints)
        return next((end.path for end in ends), self.path)

    def url(self, row_id: object) -> str:
        """Where one row is."""
        return self.path if self.is_singleton else f"{self.path}/{row_id}"

    def body(self, operation: str) -> type[BaseModel] | None:
        """The schema that an operation takes, if it exists and takes one."""
        endpoint = self.endpoints.get(operation)
        return endpoint.body if endpoint else None


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


def resources_of(app: FastAPI) -> Iterator[Resource]:
    """Every model with a path of its own, its policy read from the guards of its routes."""
    prefix: str = app.state.prefix
    below = [each for each in endpoints_of(app.routes) if each.path.startswith(f"{prefix}/")]
    ends = [replace(each, path=each.path.removeprefix(prefix)) for each in below]
    for model in models():
        path = path_of(model)
        endpoints = operations_among(path, ends, model)
        if endpoints:
            rules: Any = {name: endpoint.rule for name, endpoint in endpoints.items()}
            policy = Policy(**rules, fields=field_rules_of(model))
            yield Resource(path, model, policy, endpoints).below(prefix)


def path_of(model: type[Model]) -> str:
    """Where the rows of a model are."""
    return "/" + table_of(model).name.replace("_", "-")


def unique_columns(model: type[Model]) -> list[list[str]]:
    """The sets of columns whose values belong to one row alone."""
    table = table_of(model)
    constraints = (c for c in table.constraints if isinstance(c, UniqueConstraint))
    indexes = (index for index in table.indexes if index.unique)
    unique: list[Any] = [*constraints, *indexes]
    return [[column.name for column in each.columns] for each in unique]


def _below(prefix: str, endpoints: Mapping[str, Endpoint]) -> dict[str, Endpoint]:
    return {name: each.below(prefix) for name, each in endpoints.items()}


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
