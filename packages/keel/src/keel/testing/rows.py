"""Rows to test with, and bodies to send, with the rows that they refer to."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from keel.data import Model
from keel.testing.fields import fields_of
from keel.testing.references import references
from keel.testing.resource import Resource, table_of
from keel.testing.samples import Samples
from keel.testing.store import Store

_MADE_BY_THE_MODEL = {"id", "created_at", "updated_at"}


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
        """A stored row of `model`; where rows have owners, it and its parents are `owner_id`'s."""
        table = table_of(model)
        resource = self._resources.get(table.name)
        schema = resource.body("create") if resource else None
        row = {
            **self._needed(model),
            **(self.samples.body(schema, model.__name__) if schema else {}),
            **self.parents(model, owner_id, skip=values),
            **values,
        }
        made = model(**{name: value for name, value in row.items() if name in table.c})
        self.store.save(made)
        return made

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
        parents = self.parents(model, owner_id)
        body = self.samples.body(schema, model.__name__)
        return body | {name: row_id for name, row_id in parents.items() if name in body}

    def parents(
        self, model: type[Model], owner_id: UUID | None, skip: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Ids of new rows for the references of `model`; none for those that go in a circle."""
        owner_field = getattr(model, "owner_field", "id")
        ids: dict[str, Any] = {} if owner_field == "id" else {owner_field: owner_id}
        self._chain.append(model)
        for column, parent in references(model).items():
            if column.name not in {owner_field, *(skip or ())}:
                circle = parent in self._chain and column.nullable
                ids[column.name] = None if circle else self.make(parent, owner_id).id
        self._chain.pop()
        return ids

    def _needed(self, model: type[Model]) -> dict[str, Any]:
        """What the table asks for and no schema need have."""
        return {
            field.name: self.samples.value(field, model.__name__)
            for field in fields_of(model)
            if field.required and field.name not in _MADE_BY_THE_MODEL
        }
