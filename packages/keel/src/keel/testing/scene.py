"""Scenes: one resource of a running app, with rows and callers to try it with."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from sqlalchemy import Column

from keel.access import Operation
from keel.data import Model
from keel.data.computed import Aggregate
from keel.data.terms import Term
from keel.problems import Conflict
from keel.testing.action import Action
from keel.testing.aggregates import counted, sample_of, value_of
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.fitting import fitted
from keel.testing.kinds import Kind, reaches, reaches_the_owners, roles_under
from keel.testing.references import hidden_references, model_of, references
from keel.testing.resource import Resource
from keel.testing.rows import Rows
from keel.testing.store import Store
from keel.testing.visitors import Visitor


class Scene:
    """A resource, rows of it that belong to `callers.owner`, and who may do what with them."""

    def __init__(
        self, resource: Resource, callers: Callers, rows: Rows, others: Sequence[Resource]
    ) -> None:
        self.resource = resource
        self.callers = callers
        self._rows = rows
        self._policies = {other.model: other.policy for other in others}
        self._parents: dict[UUID | None, UUID] = {}

    @property
    def store(self) -> Store:
        """The database behind the API."""
        return self._rows.store

    def visitor(self, kind: Kind) -> Visitor:
        """A caller of a kind."""
        known = {"unknown", "owner", "stranger"}
        return getattr(self.callers, kind) if kind in known else self.callers.of_role(kind)

    def allowed(self, operation: str) -> Visitor:
        """A caller who may do this with every row in the scene, the strongest one first."""
        owned = ("owner",) if self.resource.owner_field or self.resource.under else ()
        kinds = (*reversed(roles_under(self.resource.policy)[1:]), *owned, "stranger", "unknown")
        for kind in kinds:
            if reaches_the_owners(self.resource.policy, operation, kind):
                visitor = self.visitor(kind)
                if self.finds(operation, visitor):
                    return visitor
        raise LookupError(f"The policy lets nobody {operation} what {self.resource.noun} is.")

    def finds(self, operation: str, by: Visitor) -> bool:
        """Whether a caller sees the row below which the operation is called, if it is."""
        if self.parent_model is None or operation not in ("list", "create"):
            return True
        policy = self._policies.get(self.parent_model)
        owner_id = self.callers.owner.caller.id if operation == "list" else by.caller.id
        return policy is not None and reaches(policy.read, by.caller, owner_id)

    def path(self, operation: str, by: Visitor) -> str:
        """Where rows are listed, and where a caller creates them, below a row of their own."""
        if self.resource.under is None:
            return self.resource.path
        owner_id = self.callers.owner.caller.id
        return self.resource.rows(self._parent(owner_id if operation == "list" else by.caller.id))

    @property
    def parent_model(self) -> type[Model] | None:
        """What rows are listed and created below, if anything."""
        known = references(self.resource.model).items()
        return next((model for column, model in known if column.name == self.resource.under), None)

    def row(self, **values: Any) -> Any:
        """A new row, the owner's where rows have owners, in the list of the scene."""
        if under := self.resource.under:
            values = {under: self._parent(self.callers.owner.caller.id)} | values
        return self._make(self.resource.model, **values)

    def value(self, field: str) -> dict[str, Any]:
        """A value of a column or of what is computed; of a reference, to a new row."""
        owner_id = self.callers.owner.caller.id
        if computed := self.resource.computed.get(field):
            return {field: sample_of(computed, self._rows)}
        return {field: self._rows.value(self.resource.model, field, owner_id)}

    def child(self, column: Column[Any], parent: Model) -> Any:
        """A new row that refers to `parent` by `column`; it belongs to the same owner."""
        return self._make(model_of(column), **{column.name: parent.id})

    def full_row(self, owner: Visitor) -> Any:
        """A new row to which rows of `owner` refer, wherever something is computed of them."""
        row = self.row()
        for computed in self.resource.computed.values():
            self.fill(computed, row, owner)
        return row

    def fill(self, computed: Aggregate | Term, row: Model, owner: Visitor) -> None:
        """Let a new row of `owner` refer to `row`, that counts, if rows are what counts."""
        if isinstance(computed, Term):
            return
        model = computed.of.rows.model
        values = counted(computed, lambda field: self._rows.value(model, field))
        owner_id = owner.caller.id or self.callers.owner.caller.id
        with suppress(Conflict):
            self._rows.make(model, owner_id, **values, **{computed.of.by: row.id})

    def told(self, row: Any, field: str, by: Visitor) -> Any:
        """What a caller is told of a row: a column, or what is computed of the stored rows."""
        computed = self.resource.computed.get(field)
        if isinstance(computed, Term):
            return computed.of(row)
        if computed:
            rows: Sequence[Any] = self.store.all(computed.of.rows.model)
            return value_of(computed, row, rows, by.caller)
        return getattr(row, field)

    def body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body that the operation takes; what it refers to is there, and `by`'s own."""
        schema = self.resource.body(operation)
        assert schema is not None, f"{operation} takes no body"
        owner_id = by.caller.id or self.callers.owner.caller.id
        return self._rows.body(schema, self.resource.model, owner_id)

    def change(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with what rules ask to change with it."""
        before = {column.name: getattr(row, column.name) for column in self.resource.table.c}
        fit = fitted(self.resource.model, {**before, **changed}, fixed=changed)
        return {name: value for name, value in fit.items() if value != before.get(name)} | {
            **changed
        }

    def send(self, operation: str, by: Visitor, row: Model | None = None) -> Answer:
        """The operation with a valid body, on `row` where it needs one."""
        if operation == "list":
            return by.get(self.path("list", by))
        if operation == "create":
            return by.post(self.path("create", by), self.body("create", by))
        assert row is not None, f"{operation} needs a row"
        url = self.resource.url(row.id)
        if operation == "update":
            return by.patch(url, self.body("update", by))
        return by.send("GET" if operation == "read" else "DELETE", url)

    def act(self, action: Action, by: Visitor, row: Model | None = None) -> Answer:
        """An action with a valid body, on `row` where it needs one."""
        endpoint = self.resource.action_endpoints[action.name]
        owner_id = by.caller.id or self.callers.owner.caller.id
        body: dict[str, Any] = {}
        if endpoint.body:
            body = self._rows.body(endpoint.body, self.resource.model, owner_id)
        for name, model in action.refers.items():
            body[name] = self._rows.make(model, owner_id).id
        return by.post(re.sub(r"{\w+}", str(row and row.id), endpoint.path), body)

    def reached(self, operation: Operation, by: Visitor) -> list[Any]:
        """Every stored row that the policy lets a caller reach, oldest first."""
        rule, owner_field = self.resource.policy.rule(operation), self.resource.owner_field
        rows = sorted(self.store.all(self.resource.model), key=lambda row: row.id)
        if operation == "list" and (under := self.resource.under):
            parent_id = self._parent(self.callers.owner.caller.id)
            rows = [row for row in rows if getattr(row, under) == parent_id]
        owners = [getattr(row, owner_field) if owner_field else None for row in rows]
        return [
            row for row, owner in zip(rows, owners, strict=True) if reaches(rule, by.caller, owner)
        ]

    def hidden_references(self, by: Visitor) -> list[str]:
        """The references of a new row whose rows, even their own ones, a caller cannot see."""
        schema = self.resource.body("create")
        sent = schema.model_fields if schema else {}
        hidden = hidden_references(self.resource.model, by.caller, self._policies)
        return [name for name in hidden if name in sent]

    def _parent(self, owner_id: UUID | None) -> UUID:
        """A row below which rows stand, one for each owner."""
        assert self.parent_model is not None, "rows stand below nothing"
        if owner_id not in self._parents:
            owner = owner_id or self.callers.owner.caller.id
            self._parents[owner_id] = self._rows.make(self.parent_model, owner).id
        return self._parents[owner_id]

    def _make(self, model: type[Model], **values: Any) -> Any:
        return self._rows.make(model, self.callers.owner.caller.id, **values)
