"""Rules: which callers may do a thing, and with which rows.

A rule is a set of grants joined by `|`; one grant that holds is enough. Being the owner of a row,
or a member of what it hangs under, holds on some rows; every other grant holds on all or on none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from keel.access.grants import Belonging, Ownership
from keel.access.paths import columns_of

if TYPE_CHECKING:
    from enum import StrEnum

    from keel.access.caller import Caller
    from keel.access.grants import Grant


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a thing; `str(rule)` reads as the blueprint says it.

    Attributes:
        everyone: Holds for any caller, known or not.
        known: Holds for any signed-in caller.
        rows: Hold for a signed-in caller on some rows.
        permissions: Holds for callers who have any of these.
        roles: Holds for callers of these roles, weakest first: the last ones of one order.
    """

    everyone: bool = False
    known: bool = False
    rows: frozenset[Grant] = frozenset()
    roles: tuple[str, ...] = ()
    permissions: frozenset[str] = frozenset()

    def __or__(self, other: Rule) -> Rule:
        """A rule that holds where either holds; a wider grant absorbs the narrower ones."""
        if self.everyone or other.everyone:
            return anyone
        if self.known or other.known:
            return signed_in
        rows = _widest(self.rows | other.rows)
        roles = max(self.roles, other.roles, key=len)
        return Rule(rows=rows, roles=roles, permissions=self.permissions | other.permissions)

    def __str__(self) -> str:
        words = {"anyone": self.everyone, "signed in": self.known}
        said = [word for word, holds in words.items() if holds]
        said += [*map(str, self.grants), *(f"may {name}" for name in sorted(self.permissions))]
        return " | ".join([*said, *self.roles[:1]]) or "nobody"

    @property
    def grants(self) -> list[Grant]:
        """What holds on some rows: one's own first, then those by membership."""
        return sorted(self.rows, key=lambda grant: (isinstance(grant, Belonging), str(grant)))

    @property
    def columns(self) -> frozenset[str]:
        """The columns of a row by which it hangs under those that decide who may reach it."""
        return frozenset(columns_of(grant.path)[0] for grant in self.rows if grant.path)

    def admits_all_rows(self, caller: Caller) -> bool:
        """Whether this caller may reach every row, whoever owns it."""
        if self.everyone:
            return True
        return caller.is_signed_in and (self.known or self.names(caller))

    def names(self, caller: Caller) -> bool:
        """Whether it says a role or a permission of this caller."""
        return caller.role in self.roles or bool(self.permissions & caller.permissions)

    def admits(self, caller: Caller) -> bool:
        """Whether there may be rows that this caller reaches."""
        return self.admits_all_rows(caller) or (bool(self.rows) and caller.is_signed_in)


anyone = Rule(everyone=True)
signed_in = Rule(known=True)
owner = Rule(rows=frozenset({Ownership()}))
nobody = Rule()


def owners(owned: type[Any], *, of: str) -> Rule:
    """Callers who own the row of `owned` that a row hangs under.

    Args:
        owned: Its model.
        of: The references that lead there: `project`, `issue.project`.
    """
    return Rule(rows=frozenset({Ownership(owned, of)}))


def members(memberships: type[Any], *, of: str = "", least: StrEnum | None = None) -> Rule:
    """Callers who are members of a row, or of the one that it hangs under.

    Args:
        memberships: The model that says who is a member: it refers once to what one is a member
            of, once to accounts, and has at most one enum, of roles, the weakest first.
        of: The references that lead to what one is a member of: `project`, `issue.project`.
        least: The weakest role that is enough.
    """
    return Rule(rows=frozenset({Belonging(memberships, of, least)}))


def at_least(role: StrEnum) -> Rule:
    """Callers of this role or of a later one of its enum: each role includes those before it."""
    order = list(type(role))
    return Rule(roles=tuple(order[order.index(role) :]))


def may(permission: StrEnum) -> Rule:
    """Callers whose account has a permission, whatever its role."""
    return Rule(permissions=frozenset({permission}))


def _widest(grants: frozenset[Grant]) -> frozenset[Grant]:
    """The grants without those that another one includes."""
    included = {each for each in grants for other in grants - {each} if other.includes(each)}
    return grants - included
