"""Kinds of callers, and what a policy promises each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from keel.access import (
    ANONYMOUS,
    Belonging,
    Caller,
    Grant,
    Operation,
    Ownership,
    Policy,
    Rule,
    nobody,
)
from keel.access.membership import member_roles

OPERATIONS: tuple[Operation, ...] = ("list", "create", "read", "update", "delete")
SUCCESS: dict[Operation, int] = {
    "list": 200,
    "create": 201,
    "read": 200,
    "update": 200,
    "delete": 204,
}

Kind = str
"""`unknown`; `stranger`, `owner`, `owner of project`, `member as lead` and the like, all of the
weakest role; or the name of a stronger role."""

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


@dataclass(frozen=True, slots=True)
class Promise:
    """What a policy says will come of an operation by a kind of caller."""

    operation: Operation
    kind: Kind
    status: int
    because: str

    @property
    def is_allowed(self) -> bool:
        """Whether the policy lets this kind of caller do it."""
        return self.status == SUCCESS[self.operation]

    def __str__(self) -> str:
        who = {"unknown": "an unknown caller", "owner": "its owner", "stranger": "a stranger"}
        can = "can" if self.is_allowed else "cannot"
        what = "them" if self.operation == "list" else "it"
        return f"{who.get(self.kind, self.kind)} {can} {self.operation} {what}: {self.status}"


def roles_under(policy: Policy) -> tuple[str, ...]:
    """Every role, weakest first, as far as a rule of the policy names one."""
    for operation in OPERATIONS:
        for role in policy.rule(operation).roles:
            if isinstance(role, Enum):
                return tuple(str(member) for member in type(role))
    return ()


def grants_under(policy: Policy) -> list[Grant]:
    """Everything that a policy grants on some rows: `owner` first, the weakest members next."""
    found = {grant for operation in OPERATIONS for grant in policy.rule(operation).rows}
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
    return kinds | {role: Standing(Caller(id=_SOMEBODY, role=role)) for role in stronger}


def promises(policy: Policy, *, owned: bool) -> Iterator[Promise]:
    """The access matrix: each operation that exists, by each kind of caller."""
    for operation in OPERATIONS:
        if policy.rule(operation) != nobody:
            for kind in standings(policy, owned=owned):
                yield promise(policy, operation, kind)


def promise(policy: Policy, operation: Operation, kind: Kind) -> Promise:
    """What comes of `operation` on a row of a scene."""
    rule, standing = policy.rule(operation), standings(policy, owned=True)[kind]
    said = f"{operation} is for: {rule}"
    if not rule.admits(standing.caller):
        return Promise(operation, kind, 403 if standing.caller.is_signed_in else 401, said)
    if operation == "list":
        return Promise(operation, kind, SUCCESS[operation], said)
    if operation == "create":  # what they make will be theirs
        maker = Standing(standing.caller, standing.grants | {Ownership()})
        return Promise(operation, kind, SUCCESS[operation] if maker.meets(rule) else 403, said)
    if not standing.meets(policy.read):
        return Promise(operation, kind, 404, f"{said}; what a caller may not read is not found")
    if not standing.meets(rule):
        return Promise(operation, kind, 403, f"{said}; read is for: {policy.read}")
    return Promise(operation, kind, SUCCESS[operation], said)


def is_for_the_scene(policy: Policy, operation: Operation, kind: Kind) -> bool:
    """Whether a kind of caller may do this with the rows of a scene, not just with their own."""
    if operation == "list":
        return standings(policy, owned=True)[kind].meets(policy.list)
    return promise(policy, operation, kind).is_allowed


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
