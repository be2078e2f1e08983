"""Scenes: one resource of a running app, with rows and callers to try it with."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Column

from keel.access import Belonging, Operation
from keel.data import Model
from keel.data.computed import Aggregate
from keel.data.terms import Term
from keel.problems import Conflict
from keel.testing.action import Action
from keel.testing.aggregates import counted, sample_of, value_of
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.fitting import fitted
from keel.testing.kinds import is_for_the_scene
from keel.testing.places import Places
from keel.testing.reach import Reach
from keel.testing.references import model_of, references
from keel.testing.resource import Resource
from keel.testing.rows import Rows
from keel.testing.standings import Kind, roles_under, standings
from keel.testing.store import Store
from keel.testing.visitors import Visitor


class Scene:
    """A resource, rows of it that belong to `callers.owner`, and who may do what with them."""

    def __init__(
        self, resource: Resource, callers: Callers, rows: Rows, others: Sequence[Resource]
    ) -> None:
        self.resource = resource
        self.callers = callers
        self.places = Places(resource, callers, rows)
        self._rows = rows
        self._others = {other.model: other for other in others}

    @property
    def store(self) -> Store:
        """The database behind the API."""
        return self._rows.store

    def visitor(self, kind: Kind) -> Visitor:
        """A caller of a kind."""
        return self.places.visitor(kind)

    def allowed(self, operation: str) -> Visitor:
        """A caller who may do this with every row in the scene, the strongest one first."""
        policy = self.resource.policy
        owned = self.resource.owner_field is not None
        strongest = (*roles_under(policy)[1:], *_of_rows(self.resource))
        for kind in (*reversed(strongest), *(("owner",) if owned else ()), "stranger", "unknown"):
            if is_for_the_scene(policy, operation, kind):
                return self.visitor(kind)
        raise LookupError(f"The policy lets nobody {operation} what {self.resource.noun} is.")

    def row(self, **values: Any) -> Any:
        """A new row, the owner's where rows have owners, with members where they have them."""
        row = self._make(self.resource.model, **self.places.make() | values)
        self.places.enroll(row)
        return row

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
            return value_of(computed, row, Reach(self.store), by.caller)
        return row.id if field == "created_at" else getattr(row, field)

    def body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body that the operation takes; what it refers to is there, and `by` may see it.

        What the policy looks at is no more `by`'s than the policy needs it to be.
        """
        schema = self.resource.body(operation)
        assert schema is not None, f"{operation} takes no body"
        owner_id = by.caller.id or self.callers.owner.caller.id
        places = self.places.make()
        body = self._rows.body(schema, self.resource.model, owner_id)
        if places.keys() <= body.keys():
            body |= places
            self.places.enroll_in(body)
        others = {name: model for name, model in self._targets.items() if name not in places}
        self._show(body, by, others)
        return body

    def change(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with what rules ask to change with it."""
        before = {column.name: getattr(row, column.name) for column in self.resource.table.c}
        fit = fitted(self.resource.model, {**before, **changed}, fixed=changed)
        return {name: value for name, value in fit.items() if value != before.get(name)} | {
            **changed
        }

    def send(self, operation: str, by: Visitor, row: Model | None = None) -> Answer:
        """The operation with a valid body, on `row` where it needs one."""
        path = self.resource.path
        if operation == "list":
            return by.get(path)
        if operation == "create":
            return by.post(path, self.body("create", by))
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
        self._show(body, by, {**self._targets, **action.refers})
        return by.post(re.sub(r"{\w+}", str(row and row.id), endpoint.path), body)

    def reached(self, operation: Operation, by: Visitor) -> list[Any]:
        """Every stored row that the policy lets a caller reach, oldest first."""
        rule, model = self.resource.policy.rule(operation), self.resource.model
        reach = Reach(self.store)
        rows = sorted(reach.rows(model).values(), key=lambda row: row.id)
        return [row for row in rows if reach.holds(rule, by.caller, model, row)]

    def hidden_references(self, body: dict[str, Any], by: Visitor) -> list[str]:
        """The references of a body whose rows a caller cannot see."""
        reach = Reach(self.store)
        return [
            name
            for name, model in self._targets.items()
            if body.get(name) and not self._shows(reach, model, body[name], by)
        ]

    def _shows(self, reach: Reach, model: type[Model], row_id: Any, by: Visitor) -> bool:
        if model not in self._others:
            return False
        row = reach.rows(model)[row_id]
        return reach.holds(self._others[model].policy.read, by.caller, model, row)

    @property
    def _targets(self) -> dict[str, type[Model]]:
        """What the columns of the resource refer to."""
        return {column.name: model for column, model in references(self.resource.model).items()}

    def _show(self, body: dict[str, Any], by: Visitor, targets: Mapping[str, type[Model]]) -> None:
        """Make `by` a member wherever only members see what the body refers to."""
        for name, model in targets.items():
            if body.get(name) is None or by.caller.id is None:
                continue
            other = self._others.get(model)
            for grant in other.policy.read.grants if other else ():
                if isinstance(grant, Belonging):
                    row = self.store.find(model, body[name])
                    self.places.enlist(by, grant, model, row)

    def _make(self, model: type[Model], **values: Any) -> Any:
        return self._rows.make(model, self.callers.owner.caller.id, **values)


def _of_rows(resource: Resource) -> list[Kind]:
    """The kinds of callers who are something to some rows, besides being their owner."""
    kinds = standings(resource.policy, owned=False)
    return [kind for kind, standing in kinds.items() if standing.grants]
