"""Scenes: one resource of a running app, with rows and callers to try it with."""

import re
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

from sqlalchemy import Column

from keel.access import Belonging, Operation
from keel.data import Model
from keel.data.computing.computed import Aggregate
from keel.data.computing.terms import Term
from keel.data.types.lists import ListColumn
from keel.problems import Conflict
from keel.testing.able import NobodyCan, hidden_members, is_on_row, required_members
from keel.testing.action import Action
from keel.testing.aggregates import counted, sample_of, value_of
from keel.testing.answers import Answer
from keel.testing.around import join, standing_around
from keel.testing.callers import Callers
from keel.testing.fields import Field
from keel.testing.fitting import fitted
from keel.testing.guarded import may_write
from keel.testing.kinds import is_for_the_scene
from keel.testing.linked import targets
from keel.testing.places import Places
from keel.testing.reach import Reach
from keel.testing.references import model_of, parents_of
from keel.testing.resource import Resource
from keel.testing.room import must_have_room
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
        self._parents: dict[UUID | None, UUID] = {}

    @property
    def store(self) -> Store:
        """The database behind the API."""
        return self._rows.store

    def visitor(self, kind: Kind) -> Visitor:
        """A caller of a kind."""
        return self.places.visitor(kind)

    def allowed(self, operation: str, *fields: str, also: str = "") -> Visitor:
        """A caller who may do this with every row in the scene, the strongest one first.

        Args:
            operation: An operation, or an action.
            fields: What of a row they must be free to set.
            also: Another operation that they may do with every row.

        Raises:
            NobodyCan: Who may do it may not do the other, or set `fields`, or sees no row that a
                body must name.
        """
        wanted = [operation, *([also] if also else [])]
        for visitor in self._who_may(wanted):
            if self._is_able(operation, visitor, fields):
                return visitor
        if any(self._who_may([operation])):
            raise NobodyCan(self.resource, operation, [*fields, *wanted[1:]])
        raise LookupError(f"The policy lets nobody {operation} what {self.resource.noun} is.")

    def _who_may(self, operations: Sequence[str]) -> Iterator[Visitor]:
        """Callers who may do all of this with every row, the strongest kind that rules know first.

        Last comes the strongest of all, whom rules of other resources may tell apart.
        """
        for kind in self._kinds():
            if all(self._lets(operation, kind) for operation in operations):
                yield self.visitor(kind)
        strongest, policy = self.callers.strongest, self.resource.policy
        rules = [policy.read, *(policy.rule(operation) for operation in operations)]
        if all(rule.admits_all_rows(strongest.caller) for rule in rules):
            yield strongest

    def _kinds(self) -> tuple[Kind, ...]:
        """The kinds of callers, the strongest first."""
        resource = self.resource
        owned = resource.owner_field is not None or resource.under is not None
        strongest = (*roles_under(resource.policy)[1:], *_of_rows(resource))
        return (*reversed(strongest), *(("owner",) if owned else ()), "stranger", "unknown")

    def _lets(self, operation: str, kind: Kind) -> bool:
        """Whether the policy lets a kind of caller do this with every row in the scene."""
        on_row = is_on_row(self.resource, operation)
        return is_for_the_scene(self.resource.policy, operation, kind, on_row=on_row)

    def _is_able(self, operation: str, by: Visitor, fields: Collection[str]) -> bool:
        """Whether a caller can send a whole body, with these fields, to where it must go."""
        named = {*fields, *required_members(self.resource, operation)}
        may_write = all(self.may_write(field, operation, by) for field in fields)
        is_seen = not named & self._hidden(operation, by)
        return may_write and is_seen and self.finds(operation, by)

    def may_write(self, field: str, operation: str, by: Visitor) -> bool:
        """Whether a caller may set a field of the row that an operation makes or changes."""
        create = self.resource.policy.create
        moves = operation == "update" and field in create.columns
        if moves and not self.places.standing(by).meets(create):
            return False
        return may_write(self.resource, field, self.places.standing(by), operation)

    def finds(self, operation: str, by: Visitor) -> bool:
        """Whether a caller sees the row below which the operation is called, if it is."""
        if self.parent_model is None or operation not in ("list", "create"):
            return True
        parent_id = self._parent(self.callers.owner if operation == "list" else by)
        return self._shows(Reach(self.store), self.parent_model, parent_id, by)

    def _hidden(self, operation: str, by: Visitor) -> set[str]:
        """The members of a body that name rows of which a caller can see none."""
        policies = {model: other.policy for model, other in self._others.items()}
        return hidden_members(self.resource, operation, by.caller, policies)

    def path(self, operation: str, by: Visitor) -> str:
        """Where rows are listed, and where a caller creates them, below a row of their own."""
        if self.resource.under is None:
            return self.resource.path
        return self.resource.rows(self._parent(self.callers.owner if operation == "list" else by))

    def create(self, by: Visitor, body: Mapping[str, Any]) -> Answer:
        """What comes of a body that a caller sends to where they create rows."""
        return by.post(self.path("create", by), body)

    @property
    def parent_model(self) -> type[Model] | None:
        """What rows are listed and created below, if anything."""
        return parents_of(self.resource.model).get(self.resource.under or "")

    def row(self, **values: Any) -> Any:
        """A new row, in the list of the scene, the owner's where rows have owners.

        It has members where they decide who may reach it. Of tenants there is only one that the
        scene's callers know: their own.
        """
        if self.resource.is_tenant:
            return self._own_tenant(values)
        above = self.places.make()
        if under := self.resource.under:
            above[under] = self._parent(self.callers.owner)
        row = self._make(self.resource.model, **above | values)
        self.places.enroll(row)
        return row

    def _own_tenant(self, values: Mapping[str, Any]) -> Any:
        """The tenant of the scene's callers, with these values."""
        model = self.resource.model
        tenant = self.store.find(model, self._rows.tenant(model))
        assert tenant is not None, "no tenant is ever deleted"
        self.store.change(tenant, values)
        return tenant

    @contextmanager
    def elsewhere(self) -> Generator[Visitor]:
        """Somebody of another tenant; rows and bodies that are made meanwhile are for that one."""
        outsider = self.callers.outsider
        with self._rows.elsewhere(outsider.caller.tenant_id):
            yield outsider

    def value(self, field: str) -> dict[str, Any]:
        """A value of a column, with those that come with it, or of what is computed."""
        if computed := self.resource.computed.get(field):
            return {field: sample_of(computed, self._rows)}
        owner_id, model = self.callers.owner.caller.id, self.resource.model
        names = self.resource.together(field)
        return {name: self._rows.value(model, name, owner_id) for name in names}

    def nothing(self, field: str) -> Any:
        """What a column holds that has no value: NULL, or an empty list or text."""
        column = self.resource.table.c[field]
        if column.nullable:
            return None
        return [] if isinstance(column.type, ListColumn) else ""

    def child(self, column: Column[Any], parent: Model) -> Any:
        """A new row that refers to `parent` by `column`; it belongs to the same owner."""
        return self._make(model_of(column), **{column.name: parent.id})

    def full_row(self, owner: Visitor) -> Any:
        """A new row with rows of `owner` around it, wherever something is computed of them."""
        row = self.row()
        for computed in self.resource.computed.values():
            self.fill(computed, row, owner)
        return row

    def fill(self, computed: Aggregate | Term, row: Model, owner: Visitor) -> None:
        """Put a new row of `owner` around `row`, that counts, if rows are what counts."""
        if isinstance(computed, Term):
            return
        of, model = computed.of, computed.of.rows.model
        values = counted(computed, lambda field: self._rows.value(model, field))
        owner_id = owner.caller.id or self.callers.owner.caller.id
        with suppress(Conflict):
            other = self._rows.make(model, owner_id, **values, **standing_around(row, of))
            join(row, other, of, self.store)

    def told(self, row: Any, field: str, by: Visitor) -> Any:
        """What a caller is told of a row: a column, or what is computed of the stored rows."""
        computed = self.resource.computed.get(field)
        if isinstance(computed, Term):
            return computed.of(row)
        if computed:
            return value_of(computed, row, Reach(self.store), by.caller)
        return getattr(row, field)

    def body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body that the operation takes of a caller, who sees what it names if it need not."""
        hidden = self._hidden(operation, by) - required_members(self.resource, operation)
        settable = self.settable_body(operation, by).items()
        body = {name: value for name, value in settable if name not in hidden}
        if operation == "create":
            owner = {self.resource.owner_field: by.caller.id} if self.resource.owner_field else {}
            must_have_room(self.store, self.resource.model, body | owner)
        return body

    def settable_body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A whole body, as far as a caller may set it, also if what it names is hidden."""
        whole = self.whole_body(operation, by)
        return {name: value for name, value in whole.items() if self.may_write(name, operation, by)}

    def whole_body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body with everything; what it refers to is there, and `by` may see it.

        What the policy looks at is no more `by`'s than the policy needs it to be.
        """
        schema = self.resource.body(operation)
        assert schema is not None, f"{operation} takes no body"
        owner_id = by.caller.id or self.callers.owner.caller.id
        places = self.places.make()
        body = self._rows.body(schema, self.resource.model, owner_id)
        if under := {*places} & {self.resource.under}:
            places.pop(*under)
        if places.keys() <= body.keys():
            body |= places
            self.places.enroll_in({**body, **{name: self._parent(by) for name in under}})
        others = {name: model for name, model in self._targets.items() if name not in places}
        self._show(body, by, others)
        return body

    def change(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with what rules ask to change with it."""
        before = dict(row)
        fit = self.fitted({**before, **changed}, fixed=changed)
        return {name: value for name, value in fit.items() if value != before.get(name)} | {
            **changed
        }

    def beside(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with values that rules allow beside what stays of it."""
        kept = {name: value for name, value in dict(row).items() if name not in changed}
        fit = self.fitted({**kept, **changed}, fixed=kept)
        return {name: fit[name] for name in changed}

    @property
    def fields(self) -> Mapping[str, Field]:
        """What may be in the columns, as bodies bound it."""
        return self._rows.fields(self.resource.model)

    def fitted(self, values: Mapping[str, Any], fixed: Collection[str]) -> dict[str, Any]:
        """Values of a row, changed where they break a rule; those of `fixed` stay."""
        return fitted(self.resource.model, values, self.fields, fixed)

    def send(self, operation: str, by: Visitor, row: Model | None = None) -> Answer:
        """The operation with a valid body, on `row` where it needs one."""
        if operation == "list":
            return by.get(self.path("list", by))
        if operation == "create":
            return by.post(self.path("create", by), self.body("create", by))
        assert row is not None, f"{operation} needs a row"
        url = self.resource.url(row.id)
        if operation == "update":
            return by.patch(url, self.beside(row, self.body("update", by)))
        return by.send("GET" if operation == "read" else "DELETE", url)

    def act(self, action: Action, by: Visitor, row: Any = None) -> Answer:
        """An action with a valid body, on `row` where it needs one."""
        endpoint = self.resource.action_endpoints[action.name]
        owner_id = by.caller.id or self.callers.owner.caller.id
        body: dict[str, Any] = {}
        if endpoint.body:
            body = self._rows.body(endpoint.body, self.resource.model, owner_id)
        for name, model in action.refers.items():
            body[name] = self._rows.make(model, owner_id).id
        self._show(body, by, {**self._targets, **action.refers})
        before: dict[str, Any] = {} if row is None else dict(row)
        for settings in action.settings(self.fields) if before else ():
            body = self.beside({**before, **settings}, body)
        return by.post(re.sub(r"{\w+}", str(row and row.id), endpoint.path), body)

    def reached(self, operation: Operation, by: Visitor) -> list[Any]:
        """Every stored row that the policy lets a caller reach, oldest first."""
        rule, model = self.resource.policy.rule(operation), self.resource.model
        reach = Reach(self.store)
        rows = sorted(reach.rows(model).values(), key=lambda row: row.id)
        if operation == "list" and (under := self.resource.under):
            parent_id = self._parent(self.callers.owner)
            rows = [row for row in rows if getattr(row, under) == parent_id]
        return [row for row in rows if reach.holds(rule, by.caller, model, row)]

    def hidden_references(self, body: dict[str, Any], by: Visitor) -> list[str]:
        """The references and lists of a body that hold a row which a caller cannot see."""
        reach = Reach(self.store)
        return [
            name
            for name, model in self._targets.items()
            if not all(self._shows(reach, model, row_id, by) for row_id in _ids(body.get(name)))
        ]

    def _shows(self, reach: Reach, model: type[Model], row_id: Any, by: Visitor) -> bool:
        if model not in self._others:
            return False
        row = reach.rows(model)[row_id]
        return reach.holds(self._others[model].policy.read, by.caller, model, row)

    @property
    def _targets(self) -> dict[str, type[Model]]:
        """What the columns of the resource refer to, and its lists."""
        model = self.resource.model
        return parents_of(model) | targets(model)

    def _show(self, body: dict[str, Any], by: Visitor, shown: Mapping[str, type[Model]]) -> None:
        """Make `by` a member wherever only members see what the body refers to."""
        for name, model in shown.items() if by.caller.id else ():
            other = self._others.get(model)
            for grant in other.policy.read.grants if other else ():
                if isinstance(grant, Belonging):
                    for row_id in _ids(body.get(name)):
                        self.places.enlist(by, grant, model, self.store.find(model, row_id))

    def _parent(self, of: Visitor) -> UUID:
        """A row below which rows stand: one for each owner; one alone where members decide."""
        model, under = self.parent_model, str(self.resource.under)
        assert model is not None, "rows stand below nothing"
        is_shared = under in self.places.columns
        key = None if is_shared else of.caller.id
        if key not in self._parents and is_shared:
            above = self.places.make()
            self.places.enroll_in(above)
            self._parents[key] = above[under]
        elif key not in self._parents:
            owner_id = of.caller.id or self.callers.owner.caller.id
            self._parents[key] = self._rows.make(model, owner_id).id
            self._show({under: self._parents[key]}, of, {under: model})
        return self._parents[key]

    def _make(self, model: type[Model], **values: Any) -> Any:
        return self._rows.make(model, self.callers.owner.caller.id, **values)


def _ids(value: Any) -> Sequence[UUID]:
    """The ids that a member of a body holds: one, several or none."""
    ids: Sequence[UUID] = (value,) if isinstance(value, UUID) else value or ()
    return ids


def _of_rows(resource: Resource) -> list[Kind]:
    """The kinds of callers who are something to some rows, or were let, besides the owner."""
    kinds = standings(resource.policy, owned=False)
    return [
        kind for kind, standing in kinds.items() if standing.grants or standing.caller.permissions
    ]
