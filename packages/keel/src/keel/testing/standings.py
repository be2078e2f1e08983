"""Kinds of callers that a policy tells apart, and what each is to the rows of a scene."""

from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

from keel.access import ANONYMOUS, Belonging, Caller, Grant, Operation, Ownership, Policy, Rule
from keel.access.membership import member_roles

OPERATIONS: tuple[Operation, ...] = ("list", "create", "read", "update", "delete")
OF_DELETED: tuple[Operation, ...] = ("restore", "purge")

Kind = str
"""`unknown`; `stranger`, `owner`, `owner of project`, `member as lead` and the like,
`may refund`, all of the weakest role; or the name of a stronger role."""

_SOMEBODY = UUID(int=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a kind of caller is, to any row and to those of a scene.

    Attributes:
        grants: What holds for them on the rows of a scene.
    """

    caller: Caller
    grants: frozenset[Grant] = frozenset()

    def meets(self, rule: Rule) -> bool:
        """Whether a rule lets them reach the rows of a scene."""
        return rule.admits_all_rows(self.caller) or any(
            wanted.includes(held) for wanted in rule.rows for held in self.grants
        )


def roles_under(policy: Policy) -> tuple[str, ...]:
    """Every role, weakest first, as far as a rule of the policy names one."""
    for rule in _rules(policy):
        for role in rule.roles:
            if isinstance(role, Enum):
                return tuple(str(member) for member in type(role))
    return ()


def grants_under(policy: Policy) -> list[Grant]:
    """Everything that a policy grants on some rows: `owner` first, the weakest members next."""
    found = {grant for rule in _rules(policy) for grant in rule.rows}
    return sorted((each for grant in found for each in _every_role(grant)), key=_place)


def standings(policy: Policy, *, owned: bool) -> dict[Kind, Standing]:
    """Every kind of caller that a policy tells apart, and what each is."""
    weakest, *stronger = roles_under(policy) or (None,)
    somebody = Caller(id=_SOMEBODY, role=weakest)
    kinds = {"unknown": Standing(ANONYMOUS), "stranger": Standing(somebody)}
    kinds |= {"owner": Standing(somebody, _of_the_owner(policy))} if owned else {}
    kinds |= {
        str(grant): Standing(somebody, frozenset({grant}))
        for grant in dict.fromkeys(grants_under(policy))
        if grant != Ownership()
    }
    let = {kind: given for rule in _rules(policy) for kind, given in lets(rule).items()}
    kinds |= {kind: Standing(replace(somebody, permissions=let[kind])) for kind in sorted(let)}
    return kinds | {role: Standing(Caller(id=_SOMEBODY, role=role)) for role in stronger}


def lets(rule: Rule) -> dict[Kind, frozenset[str]]:
    """The kinds of callers who were let do what a rule is about, and what each may."""
    return {f"may {each}": frozenset({each}) for each in sorted(rule.permissions)}


def _rules(policy: Policy) -> list[Rule]:
    of_fields = [rule for each in policy.fields.values() for rule in (each.read, each.write)]
    named = (*OPERATIONS, *OF_DELETED, "history", *policy.actions)
    return [*(policy.rule(name) for name in named), *of_fields]


def _every_role(grant: Grant) -> list[Grant]:
    """A grant, or one for each role where it is about members with roles."""
    if not isinstance(grant, Belonging):
        return [grant]
    _, roles = member_roles(grant.members)
    return [Belonging(grant.members, grant.path, role) for role in roles] or [grant]


def _place(grant: Grant) -> tuple[bool, str, int]:
    fewest = -len(grant.roles) if isinstance(grant, Belonging) else 0
    return isinstance(grant, Belonging), grant.path, fewest


def _of_the_owner(policy: Policy) -> frozenset[Grant]:
    """Being the owner; and the strongest member too, where owners as such may not read."""
    if Ownership() in policy.read.rows or policy.read.known or policy.read.everyone:
        return frozenset({Ownership()})
    strongest = {
        (grant.members, grant.path): grant
        for grant in grants_under(policy)
        if isinstance(grant, Belonging)
    }
    return frozenset({Ownership(), *strongest.values()})
