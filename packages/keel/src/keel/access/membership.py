"""Memberships: rows that say who belongs to what, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from keel.access.paths import reference_to, table_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Table

ACCOUNTS = "users"
"""The table of accounts, which a person of a membership is in."""


@dataclass(frozen=True, slots=True)
class Membership:
    """What the columns of a model of memberships mean.

    Attributes:
        place: The column with the id of what one is a member of.
        person: The column with the id of the member's account.
        role: The column with the member's role, if there are roles.
        roles: Every role, weakest first.
    """

    model: type[Any]
    table: Table[Any]
    place: str
    person: str
    role: str | None
    roles: tuple[StrEnum, ...]

    @classmethod
    def of(cls, model: type[Any], target: Table[Any]) -> Membership:
        """The meaning of `model`, whose rows say who is a member of which row of `target`.

        Raises:
            LookupError: The model does not refer once to `target` and once to accounts, or it has
                more than one enum.
        """
        table = table_of(model)
        accounts = table.metadata.tables[ACCOUNTS]
        person = reference_to(accounts, table, besides=_noted(model))
        return cls(model, table, reference_to(target, table), person, *member_roles(model))

    def row(self, place_id: UUID, person_id: UUID, role: StrEnum | None = None) -> Any:
        """A membership to store; in the strongest role unless `role` says another."""
        values: dict[str, Any] = {self.place: place_id, self.person: person_id}
        if self.role:
            values[self.role] = role or self.roles[-1]
        return self.model(**values)


def _noted(model: type[Any]) -> tuple[str, ...]:
    """The columns that hold an account which is no member by it: the owner, who made the row."""
    owner_field: str | None = getattr(model, "owner_field", None)
    return (*((owner_field,) if owner_field else ()), *model.audit_fields)


def member_roles(model: type[Any]) -> tuple[str | None, tuple[StrEnum, ...]]:
    """The column with the role of a member, and every role, weakest first; nothing without any.

    Raises:
        LookupError: The model has more than one enum.
    """
    enums = {
        name: tuple(field.annotation)
        for name, field in model.model_fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum)
    }
    if len(enums) > 1:
        raise LookupError(f"{model.__name__} should have one enum, of roles, not: {[*enums]}.")
    return next(iter(enums.items()), (None, ()))
