"""Resources: what the routes of one path offer, found from the routes themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import Table, UniqueConstraint

from keel.access import Policy
from keel.access.paths import table_of
from keel.data import FileKind, Model, Searched, Together
from keel.data.computing.computed import Aggregate
from keel.data.computing.terms import Term
from keel.data.model import models
from keel.testing.action import Action
from keel.testing.endpoints import Endpoint, endpoints_of, operations_among
from keel.testing.field_rules import field_rules_of


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
