"""Grants: what lets a signed-in caller reach some rows of a model and not others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import exists, select

from keel.access.conditions import as_condition
from keel.access.membership import Membership
from keel.access.paths import end_of

if TYPE_CHECKING:
    from enum import StrEnum
    from uuid import UUID

    from sqlalchemy import ColumnElement


class Grant(Protocol):
    """Something that holds for a caller on some rows; `str(grant)` reads as the blueprint does."""

    @property
    def path(self) -> str:
        """The references from a row to the one that decides: `issue.project`, or none."""
        ...

    def condition(self, model: type[Any], row: Any, caller_id: UUID) -> ColumnElement[bool]:
        """Whether it holds on `row`: one row of `model`, or `model` itself, for a `WHERE`.

        `true()` or `false()` where that needs no look into the database.
        """
        ...

    def includes(self, other: Grant) -> bool:
        """Whether this holds wherever `other` does."""
        ...


@dataclass(frozen=True, slots=True)
class Ownership:
    """The caller owns the row, or the one that it hangs under.

    Attributes:
        owned: The model of the row at the end of `path`; `None` for the row itself.
    """

    owned: type[Any] | None = None
    path: str = ""

    def __str__(self) -> str:
        return f"owner of {self.path}" if self.path else "owner"

    def condition(self, model: type[Any], row: Any, caller_id: UUID) -> ColumnElement[bool]:
        """Whether the row, or the one at the end of the path, is the caller's."""
        if self.owned is None:
            return as_condition(getattr(row, model.owner_field) == caller_id)
        end = end_of(self.path, model, row)
        above = end.table.alias()
        theirs = above.c[self.owned.owner_field] == caller_id
        return exists(select(1).where(*end.joins, above.c.id == end.id, theirs))

    def includes(self, other: Grant) -> bool:
        """Whether it is the same."""
        return self == other


@dataclass(frozen=True, slots=True)
class Belonging:
    """The caller is a member of the row, or of the one that it hangs under.

    Attributes:
        members: The model whose rows say who is a member of what.
        least: The weakest role that is enough; `None` where any is.
    """

    members: type[Any]
    path: str = ""
    least: StrEnum | None = None

    def __str__(self) -> str:
        words = ["member", *(["of", self.path] if self.path else [])]
        return " ".join([*words, *(["as", self.least] if self.least else [])])

    @property
    def roles(self) -> tuple[StrEnum, ...]:
        """The roles that are enough; none where there are no roles to tell apart."""
        if self.least is None:
            return ()
        order = list(type(self.least))
        return tuple(order[order.index(self.least) :])

    def condition(self, model: type[Any], row: Any, caller_id: UUID) -> ColumnElement[bool]:
        """Whether there is a membership of the caller's: one `EXISTS`, however long the path."""
        end = end_of(self.path, model, row)
        membership = Membership.of(self.members, end.table)
        found = membership.table.alias()
        holds = [found.c[membership.place] == end.id, found.c[membership.person] == caller_id]
        if self.least is not None and membership.role is not None:
            holds.append(found.c[membership.role].in_(self.roles))
        return exists(select(1).where(*end.joins, *holds))

    def includes(self, other: Grant) -> bool:
        """Whether it is a membership of the same, in a role that is as weak or weaker."""
        if not isinstance(other, Belonging):
            return False
        if (self.members, self.path) != (other.members, other.path):
            return False
        weakest = self.least is None
        return weakest or (other.least is not None and {*other.roles} <= {*self.roles})
