"""Rows to test with, and bodies to send, with the rows that they refer to."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Table

from keel.data import Model, Together
from keel.problems import Conflict
from keel.testing.fields import fields_of
from keel.testing.fitting import fitted
from keel.testing.linked import targets
from keel.testing.references import is_owned, references
from keel.testing.resource import Resource, table_of
from keel.testing.samples import Samples
from keel.testing.store import Store

_MADE_BY_THE_MODEL = {"id", "created_at", "updated_at"}
_TRIES = 20


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

    def make(self, model: type[Model], owner_id: UUID | None = None, /, **values: Any) -> Any:
        """A stored row of `model`; where rows have owners, it and its parents are `owner_id`'s.

        Raises:
            NoMoreRows: Whatever the row holds, something that must be unique is taken.
        """
        table = table_of(model)
        given = self.parents(model, owner_id, skip=values) | values
        taken: set[str] = set()
        for _ in range(_TRIES):
            empty = _left_empty(table, taken - values.keys())
            drawn: dict[str, Any] = self._drawn(model, given) | _weakest_role(model) | given | empty
            row = fitted(model, drawn, fixed=values)
            made = model(**{name: value for name, value in row.items() if name in table.c})
            try:
                self.store.save(made)
            except Conflict as conflict:
                taken |= {error.field.removeprefix("body.") for error in conflict.errors}
                if taken <= values.keys():
                    raise
            else:
                return made
        raise NoMoreRows(model, taken)

    def value(self, model: type[Model], field: str, owner_id: UUID | None = None) -> Any:
        """A value of one column; of a reference, the id of a new row."""
        for column, parent in references(model).items():
            if column.name == field:
                return self.make(parent, owner_id).id
        return self.samples.value({f.name: f for f in fields_of(model)}[field], model.__name__)

    def body(
        self, schema: type[BaseModel], model: type[Model], owner_id: UUID | None = None
    ) -> dict[str, Any]:
        """A body that `schema` accepts, its references leading to rows of `owner_id`."""
        parents = self.parents(model, owner_id) | self.linked(schema, model, owner_id)
        body = fitted(model, self.samples.body(schema, model.__name__))
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
                if column.name == owner_field:
                    ids[column.name] = owner_id or self.make(parent).id
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
            usable = [row for row in rows if not is_owned(model) or _owner(row) == owner_id]
            if not usable:
                raise
            return usable[0]

    def _drawn(self, model: type[Model], given: Collection[str]) -> dict[str, Any]:
        """Values that the create schema asks for, and the table where no schema does."""
        resource = self._resources.get(table_of(model).name)
        schema = resource.body("create") if resource else None
        groups = (it for it in table_of(model).constraints if isinstance(it, Together))
        wanted = {name for group in groups for name in group.names}
        needed = (
            f
            for f in fields_of(model)
            if (f.required or f.name in wanted) and f.name not in _MADE_BY_THE_MODEL
        )
        fields = {field.name: field for field in needed}
        fields |= {field.name: field for field in (fields_of(schema) if schema else ())}
        return {
            name: self.samples.value(field, model.__name__)
            for name, field in fields.items()
            if name not in given
        } | _role(model)


def _left_empty(table: Table[Any], taken: Collection[str]) -> dict[str, None]:
    """The columns of `taken` that may be NULL, of which there can be any number."""
    return {name: None for name in taken if table.c[name].nullable}


def _role(model: type[Model]) -> dict[str, str]:
    """The weakest role, for an account."""
    roles: Iterable[str] = getattr(model, "roles", ())
    return {"role": next(iter(roles))} if roles else {}


def _owner(row: Any) -> UUID:
    owner_id: UUID = getattr(row, row.owner_field)
    return owner_id


def _weakest_role(model: type[Model]) -> dict[str, Any]:
    """A role that an account can have, also where no operation sets one."""
    roles = getattr(model, "roles", None)
    return {"role": next(iter(roles))} if roles else {}
