"""Stages: one resource of a running app, with rows of it and around it."""

from collections.abc import Generator, Mapping, Sequence
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
from keel.testing.aggregates import counted, sample_of, value_of
from keel.testing.around import join, standing_around
from keel.testing.callers import Callers
from keel.testing.linked import targets
from keel.testing.places import Places, enlist
from keel.testing.reach import Reach
from keel.testing.references import model_of, parents_of
from keel.testing.resource import Resource
from keel.testing.rows import Rows
from keel.testing.standings import Kind
from keel.testing.store import Store
from keel.testing.visitors import Visitor


class Stage:
    """A resource, and rows of it that belong to `callers.owner`."""

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
                        row = self.store.find(model, row_id)
                        enlist(self.store, [(by, grant)], model, row)

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
