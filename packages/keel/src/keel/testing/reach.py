"""Which rows a rule lets a caller reach, told from what is stored and not by the SQL under test."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from keel.access import Belonging, Caller, Grant, Membership, Ownership, Rule
from keel.access.paths import columns_of, table_of
from keel.data import Model, Pair
from keel.testing.deleted import is_there
from keel.testing.references import parents_of
from keel.testing.store import Store


class Reach:
    """The rows as they are now; make another one when they have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored: dict[type[Model], dict[UUID, Any]] = {}

    def holds(self, rule: Rule, caller: Caller, model: type[Model], row: Any) -> bool:
        """Whether a rule lets a caller reach a row of `model`, stored or about to be.

        What is about to be is of the caller's tenant, where there are tenants.
        """
        tenant_id = caller.tenant_id
        if model.tenant_field and getattr(row, model.tenant_field, tenant_id) != tenant_id:
            return False
        if rule.admits_all_rows(caller):
            return True
        return caller.is_signed_in and any(
            self.grants(grant, caller, model, row) for grant in rule.rows
        )

    def grants(self, grant: Grant, caller: Caller, model: type[Model], row: Any) -> bool:
        """Whether one grant holds."""
        place, end = self.end(grant.path, model, row)
        match grant:
            case Ownership():
                return bool(getattr(end, place.owner_field) == caller.id)
            case Belonging(members=members):
                membership = Membership.of(members, table_of(place))
                return any(
                    getattr(each, membership.place) == end.id
                    and getattr(each, membership.person) == caller.id
                    and (not grant.roles or getattr(each, str(membership.role)) in grant.roles)
                    for each in self.rows(members).values()
                )
            case _:
                raise TypeError(f"{grant!r} is no grant that is known here.")

    def end(self, path: str, model: type[Model], row: Any) -> tuple[type[Model], Any]:
        """The row that a path leads to, and its model."""
        for name in columns_of(path):
            model = parents_of(model)[name]
            row = self._rows(model)[getattr(row, name)]
        return model, row

    def rows(self, model: type[Model]) -> dict[UUID, Any]:
        """Every row of a model that is not deleted, by id."""
        return {row_id: row for row_id, row in self._rows(model).items() if is_there(row)}

    def pairs(self, model: type[Pair]) -> Sequence[Pair]:
        """Every pair of a table of pairs."""
        return self._store.all(model)

    def _rows(self, model: type[Model]) -> dict[UUID, Any]:
        if model not in self._stored:
            self._stored[model] = {row.id: row for row in self._store.all(model)}
        return self._stored[model]
