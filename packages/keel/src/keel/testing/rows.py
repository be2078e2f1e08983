"""Rows to test with, and bodies to send, with the rows that they refer to."""

from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Table

from keel.access import Rule, nobody
from keel.access.paths import table_of
from keel.data import Model, NoOverlap, Together
from keel.data.rules import compared
from keel.problems import Conflict
from keel.testing.fields import Field, fields_of
from keel.testing.fitting import fitted
from keel.testing.linked import targets
from keel.testing.once import once
from keel.testing.references import is_owned, parents_of, references
from keel.testing.resource import Resource
from keel.testing.samples import Samples
from keel.testing.store import Store

_MADE_BY_THE_MODEL = {"id", "created_at", "updated_at"}
_TRIES = 20
_COMPARING = {"", "ne", "gt", "gte", "lt", "lte"}


class NoMoreRows(Exception):  # noqa: N818 - what is so, not that it is an error
    """There are as many rows as can differ, and one more was asked for."""

    def __init__(self, model: type[Model], taken: Collection[str]) -> None:
        super().__init__(
            f"There can be no other {model.__name__}: every value of what must be unique, "
            f"{' and '.join(sorted(taken))}, is taken."
        )


class Rows:
    """Makes rows that an app's own schemas accept.

    Args:
        store: Where the rows go.
        samples: Where their values come from.
        resources: What the app offers, by table name: a row's values follow its create schema.
    """

    def __init__(self, store: Store, samples: Samples, resources: Mapping[str, Resource]) -> None:
        self.store = store
        self.samples = samples
        self._resources = resources
        self._chain: list[type[Model]] = []
        self._home: UUID | None = None
        self._away: UUID | None = None

    @contextmanager
    def elsewhere(self, tenant_id: UUID | None) -> Generator[None]:
        """Rows that are made while this lasts are of another tenant, or of the usual one again."""
        here, self._away = self._away, tenant_id
        try:
            yield
        finally:
            self._away = here

    def tenant(self, model: type[Model]) -> UUID:
        """The tenant that rows are of, a row of `model`."""
        if self._away is None and self._home is None:
            self._home = self.make(model).id
        tenant_id = self._away or self._home
        assert tenant_id is not None, "one was made"
        return tenant_id

    def make(
        self,
        model: type[Model],
        owner_id: UUID | None = None,
        also: Iterable[Model] = (),
        /,
        **values: Any,
    ) -> Any:
        """A stored row of `model`; where rows have owners, it and its parents are `owner_id`'s.

        Args:
            model: What to make.
            owner_id: An account.
            also: Rows to store behind it in the same transaction.
            values: Columns that are not drawn.

        Raises:
            NoMoreRows: Whatever the row holds, something that must be unique is taken.
        """
        table = table_of(model)
        given = self.parents(model, owner_id, skip=values) | values
        taken: set[str] = set()
        for _ in range(_TRIES):
            empty = _left_empty(table, taken - values.keys() - _times(model))
            drawn: dict[str, Any] = self._drawn(model, given) | given | empty
            row = fitted(model, drawn, self.fields(model), fixed=values)
            made = model(**{name: value for name, value in row.items() if name in table.c})
            try:
                self.store.save(made, *also)
            except Conflict as conflict:
                taken |= {error.field.removeprefix("body.") for error in conflict.errors}
                if taken <= values.keys():
                    raise
            else:
                return made
        raise NoMoreRows(model, taken)

    def value(self, model: type[Model], field: str, owner_id: UUID | None = None) -> Any:
        """A value of one column; of a reference, the id of a new row."""
        if parent := parents_of(model).get(field):
            return self.make(parent, owner_id).id
        return self.samples.value(self.fields(model)[field], model.__name__)

    def body(
        self, schema: type[BaseModel], model: type[Model], owner_id: UUID | None = None
    ) -> dict[str, Any]:
        """A body that `schema` accepts, its references leading to rows of `owner_id`."""
        parents = self.parents(model, owner_id) | self.linked(schema, model, owner_id)
        body = fitted(model, self.samples.body(schema, model.__name__), self.fields(model))
        return body | {name: row_id for name, row_id in parents.items() if name in body}

    def linked(
        self, schema: type[BaseModel], model: type[Model], owner_id: UUID | None
    ) -> dict[str, list[UUID]]:
        """Ids of new rows for each list of a body, oldest first; as many as it needs, or one."""
        fewest = {field.name: field.shortest or 1 for field in fields_of(schema)}
        return {
            name: [self.make(target, owner_id).id for _ in range(fewest[name])]
            for name, target in targets(model).items()
            if name in fewest
        }

    def parents(
        self, model: type[Model], owner_id: UUID | None, skip: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Ids of new rows for the references of `model`; none for those that lead back to it."""
        owner_field = getattr(model, "owner_field", None)
        ids: dict[str, Any] = {}
        self._chain.append(model)
        try:
            for column, parent in references(model).items():
                if column.name in model.audit_fields:
                    continue  # keel writes who did it
                if column.name == owner_field:
                    ids[column.name] = owner_id or self.make(parent).id
                elif column.name == model.tenant_field:
                    ids[column.name] = (skip or {}).get(column.name) or self.tenant(parent)
                elif column.name not in (skip or ()):
                    left_out = column.nullable and self._leads_back(parent, owner_id)
                    ids[column.name] = None if left_out else self._parent(parent, owner_id).id
        finally:
            self._chain.pop()
        return ids

    def _leads_back(self, parent: type[Model], owner_id: UUID | None) -> bool:
        """Whether a row of `parent` needs one that is still being made, or an owner."""
        return parent in self._chain or (owner_id is None and is_owned(parent))

    def _parent(self, model: type[Model], owner_id: UUID | None) -> Any:
        """A new row to refer to; where there can be no more, one that is there."""
        try:
            return self.make(model, owner_id)
        except NoMoreRows:
            rows = self.store.all(model)
            usable = [
                row
                for row in rows
                if (not is_owned(model) or _owner(row) == owner_id) and self._is_here(row)
            ]
            if not usable:
                raise
            return usable[0]

    def _is_here(self, row: Model) -> bool:
        """Whether a row is of the tenant that rows are made for, or of all."""
        field = row.tenant_field
        return not field or getattr(row, field) == (self._away or self._home)

    def _drawn(self, model: type[Model], given: Collection[str]) -> dict[str, Any]:
        """Values that the create schema asks for, and the table where no schema does."""
        groups = (it for it in table_of(model).constraints if isinstance(it, Together))
        wanted = {name for group in groups for name in group.names}
        wanted |= {name for rule in compared(model) for name in (rule.left, rule.right)}
        wanted |= {*model.searched.weights} if model.searched else set()
        needed = {f.name for f in fields_of(model) if f.required or f.name in wanted}
        sent = {f.name for schema in self._schemas(model, "create") for f in fields_of(schema)}
        return {
            name: self.samples.value(field, model.__name__)
            for name, field in self.fields(model).items()
            if name in needed - _MADE_BY_THE_MODEL | sent and name not in given
        } | _role(model)

    def readers(self, model: type[Model]) -> Rule:
        """Who may read rows of a model, as far as the app shows them."""
        resource = self._resources.get(table_of(model).name)
        return resource.policy.read if resource else nobody

    def fields(self, model: type[Model]) -> dict[str, Field]:
        """What may be in the columns, as bodies bound it, else filters, else the table."""
        known = {field.name: field for field in fields_of(model)}
        for query in self._schemas(model, "list"):
            known |= _filtered(query, model)
        bodies = self._schemas(model, "update", "create")
        return known | {field.name: field for schema in bodies for field in fields_of(schema)}

    def _schemas(self, model: type[Model], *operations: str) -> list[type[BaseModel]]:
        """What these operations take, as far as the app offers them."""
        resource = self._resources.get(table_of(model).name)
        ends = (resource.endpoints.get(name) for name in operations) if resource else ()
        return [schema for end in ends if end and (schema := end.body or end.query)]


@once  # every row that is made asks
def _filtered(query: type[BaseModel], model: type[Model]) -> Mapping[str, Field]:
    """What may be in columns, as filters bound what they compare with one, or with its items."""
    known = {field.name: field for field in fields_of(model)}
    said: dict[str, Field] = {}
    for field in fields_of(query):
        name, _, operator = field.name.partition("__")
        if operator == "has":
            said[name] = replace(known[name], item=field)
        elif operator in _COMPARING:
            said[name] = replace(field, name=name)
    return said


def _left_empty(table: Table[Any], taken: Collection[str]) -> dict[str, None]:
    """The columns of `taken` that may be NULL, of which there can be any number."""
    return {name: None for name in taken if table.c[name].nullable}


def _times(model: type[Model]) -> set[str]:
    """The columns that say from when to when a row is; without them it would always be."""
    rules = (rule for rule in model.rules if isinstance(rule, NoOverlap))
    return {name for rule in rules for name in (rule.start, rule.end)}


def _role(model: type[Model]) -> dict[str, str]:
    """The weakest role, for an account."""
    roles: Iterable[str] = getattr(model, "roles", ())
    return {"role": next(iter(roles))} if roles else {}


def _owner(row: Any) -> UUID:
    owner_id: UUID = getattr(row, row.owner_field)
    return owner_id
