"""Rules: which callers may do a thing, and with which rows.

A rule is a set of grants joined by `|`; one grant that holds is enough. `owner` holds for a
signed-in caller, but only on rows of their own; every other grant holds on all rows or on none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    from keel.access.caller import Caller


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a thing; `str(rule)` reads as the blueprint says it.

    Attributes:
        everyone: Holds for any caller, known or not.
        known: Holds for any signed-in caller.
        own: Holds for a signed-in caller on rows of their own.
        roles: Holds for callers of these roles, weakest first: the last ones of one order.
    """

    everyone: bool = False
    known: bool = False
    own: bool = False
    roles: tuple[str, ...] = ()

    def __or__(self, other: Rule) -> Rule:
        """A rule that holds where either holds; a wider grant absorbs the narrower ones."""
        if self.everyone or other.everyone:
            return anyone
        if self.known or other.known:
            return signed_in
        return Rule(own=self.own or other.own, roles=max(self.roles, other.roles, key=len))

    def __str__(self) -> str:
        words = {"anyone": self.everyone, "signed in": self.known, "owner": self.own}
        said = [word for word, holds in words.items() if holds]
        return " | ".join([*said, *self.roles[:1]]) or "nobody"

    def admits_all_rows(self, caller: Caller) -> bool:
        """Whether this caller may reach every row, whoever owns it."""
        if self.everyone:
            return True
        return caller.is_signed_in and (self.known or caller.role in self.roles)

    def admits(self, caller: Caller) -> bool:
        """Whether this caller may reach at least rows of their own."""
        return self.admits_all_rows(caller) or (self.own and caller.is_signed_in)


anyone = Rule(everyone=True)
signed_in = Rule(known=True)
owner = Rule(own=True)
nobody = Rule()


def at_least(role: StrEnum) -> Rule:
    """Callers of this role or of a later one of its enum: each role includes those before it."""
    order = list(type(role))
    return Rule(roles=tuple(order[order.index(role) :]))
