"""Calls of one endpoint: everything it takes, made so that it takes it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, create_model
from starlette.routing import BaseRoute

from keel.access import Belonging, Rule
from keel.data import Model
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.endpoints import Endpoint, endpoints_of
from keel.testing.places import enlist
from keel.testing.rows import Rows
from keel.testing.standings import Kind, lets
from keel.testing.visitors import Visitor

_PARAMETER = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Operation:
    """An endpoint with its route's name, and the schema of what its path holds."""

    name: str
    endpoint: Endpoint
    path_schema: type[BaseModel]

    @property
    def rule(self) -> Rule:
        """Who may call it."""
        assert self.endpoint.rule is not None, f"{self.endpoint} has no guard"
        return self.endpoint.rule

    def below(self, prefix: str) -> "Operation":
        """The same where an app has it, below the path of its version."""
        return replace(self, endpoint=self.endpoint.below(prefix))


def operation_named(name: str, routes: Sequence[BaseRoute]) -> Operation:
    """The operation whose route has this name.

    Raises:
        LookupError: There is none.
    """
    for route in iter_route_contexts(routes):
        if route.name == name:
            (endpoint,) = endpoints_of([route.original_route])
            held: Any = {
                each.alias: (each.field_info.annotation, each.field_info)
                for each in route.dependant.path_params
            }
            return Operation(name, endpoint, create_model("Path", **held))
    raise LookupError(f"No route is called {name!r}.")


class Call:
    """One operation of the running app, and who may call it.

    Args:
        operation: What is called.
        named: The models of the rows whose ids it takes, by parameter or member: `book_id`.
        callers: Who may call; rows belong to `callers.owner`.
        rows: Where the rows come from.
    """

    def __init__(
        self, operation: Operation, named: Mapping[str, type[Model]], callers: Callers, rows: Rows
    ) -> None:
        self.operation = operation
        self.callers = callers
        self._named = named
        self._rows = rows

    @property
    def allowed(self) -> Visitor:
        """A caller who may call it on every row: the strongest role, who was let, or the owner."""
        rule = self.operation.rule
        stronger = [*map(str, rule.roles[-1:]), *lets(rule)]
        kinds = map(self.visitor, (*stronger, "owner", "unknown"))
        return next(each for each in kinds if rule.admits(each.caller))

    def visitor(self, kind: Kind) -> Visitor:
        """A caller of a kind: `unknown`, `stranger`, `owner`, `may …`, or a role."""
        if kind in {"unknown", "stranger", "owner"}:
            known: Visitor = getattr(self.callers, kind)
            return known
        if kind in (let := lets(self.operation.rule)):
            return self.callers.known_as(kind, let[kind])
        return self.callers.of_role(kind)

    def path(self) -> dict[str, Any]:
        """A value for each parameter of the path; a row's is the id of a new one."""
        return self._values(self.operation.path_schema, self.callers.owner)

    def query(self) -> dict[str, Any]:
        """A value for each parameter behind `?`."""
        return self._values(self.operation.endpoint.query, self.callers.owner)

    def body(self) -> dict[str, Any]:
        """A body that it takes."""
        return self._values(self.operation.endpoint.body, self.callers.owner)

    def send(
        self,
        by: Visitor | None = None,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Call it with values that it takes, but for those given here.

        Args:
            by: Who calls; somebody who may, with rows of their own, unless said.
            path: Parameters of the path to be otherwise.
            query: Parameters behind `?` to be otherwise.
            body: Members of the body to be otherwise.
        """
        schema = self.operation.endpoint.body
        sent = self._values(schema, self._owner(by)) | dict(body or {}) if schema else None
        return self._send(by, path or {}, query or {}, sent)

    def send_without(self, member: str) -> Answer:
        """Call it with a body that lacks a member."""
        body = self._values(self.operation.endpoint.body, self.allowed)
        body.pop(member)
        return self._send(None, {}, {}, body)

    def _owner(self, by: Visitor | None) -> Visitor:
        """Whose the rows of a call are: the owner's, or of who may call if nobody else does."""
        return self.callers.owner if by else self.allowed

    def _send(
        self,
        by: Visitor | None,
        path: Mapping[str, Any],
        query: Mapping[str, Any],
        body: dict[str, Any] | None,
    ) -> Answer:
        endpoint = self.operation.endpoint
        owner = self._owner(by)
        held = {**self._values(self.operation.path_schema, owner), **path}
        if by is None:
            self._show(held)
        url = _PARAMETER.sub(lambda found: str(held[found[1]]), endpoint.path)
        said = as_sent({**self._values(endpoint.query, owner), **query})
        options: dict[str, Any] = {"params": _sent(said)} if said else {}
        if body is not None:
            options["json"] = as_sent(body)
        return (by or self.allowed).send(endpoint.method, url, **options)

    def _show(self, held: Mapping[str, Any]) -> None:
        """Make who may call it a member wherever only members read what the path names."""
        for name, model in self._named.items() if self.allowed.caller.id else ():
            row_id = held.get(name)
            row = self._rows.store.find(model, row_id) if isinstance(row_id, UUID) else None
            for grant in self._rows.readers(model).grants if row else ():
                if isinstance(grant, Belonging):
                    enlist(self._rows.store, [(self.allowed, grant)], model, row)

    def _values(self, schema: type[BaseModel] | None, owner: Visitor) -> dict[str, Any]:
        if schema is None:
            return {}
        values = self._rows.samples.body(schema, self.operation.name)
        owner_id = owner.caller.id or self.callers.owner.caller.id
        ids = {
            name: self._rows.make(model, owner_id).id
            for name, model in self._named.items()
            if name in values
        }
        return values | ids


def _sent(query: Mapping[str, Any]) -> dict[str, Any]:
    """What a query can say: nothing is said by leaving it out."""
    return {name: value for name, value in query.items() if value is not None}
