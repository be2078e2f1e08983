"""Kinds of callers, and what a policy promises each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from keel.access import ANONYMOUS, Caller, Operation, Policy, Rule, nobody

OPERATIONS: tuple[Operation, ...] = ("list", "create", "read", "update", "delete")
SUCCESS: dict[Operation, int] = {
    "list": 200,
    "create": 201,
    "read": 200,
    "update": 200,
    "delete": 204,
}
DONE = 200
"""What an action answers when all goes well, unless its route says another status."""

Kind = str
"""`unknown`; `stranger` and `owner`, both of the weakest role; or the name of a stronger role."""

_OWNER, _OTHER = UUID(int=1), UUID(int=2)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a policy says will come of an operation, or an action, by a kind of caller."""

    operation: str
    kind: Kind
    status: int
    because: str

    @property
    def is_allowed(self) -> bool:
        """Whether the policy lets this kind of caller do it."""
        return self.status == _success(self.operation)

    def __str__(self) -> str:
        who = {"unknown": "an unknown caller", "owner": "its owner", "stranger": "a stranger"}
        can = "can" if self.is_allowed else "cannot"
        what = "them" if self.operation == "list" else "it"
        return f"{who.get(self.kind, self.kind)} {can} {self.operation} {what}: {self.status}"


def roles_under(policy: Policy) -> tuple[str, ...]:
    """Every role, weakest first, as far as a rule of the policy names one."""
    for operation in (*OPERATIONS, *policy.actions):
        for role in policy.rule(operation).roles:
            if isinstance(role, Enum):
                return tuple(str(member) for member in type(role))
    return ()


def promises(policy: Policy, *, owned: bool) -> Iterator[Promise]:
    """The access matrix: each operation that exists, by each kind of caller."""
    for operation in OPERATIONS:
        if policy.rule(operation) != nobody:
            for kind in kinds_under(policy, owned=owned):
                yield promise(policy, operation, kind)


def kinds_under(policy: Policy, *, owned: bool) -> tuple[Kind, ...]:
    """Every kind of caller that a policy can tell from the others."""
    return ("unknown", "stranger", *(("owner",) if owned else ()), *roles_under(policy)[1:])


def promise(policy: Policy, operation: str, kind: Kind, *, on_row: bool = True) -> Promise:
    """What comes of an operation, or an action, on a row of the owner's.

    Args:
        policy: Who may do what.
        operation: What is tried; what lists or creates needs no row.
        kind: Who tries it.
        on_row: Whether an action needs a row.
    """
    rule, caller = policy.rule(operation), _caller(kind, policy)
    said = f"{operation} is for: {rule}"
    if not rule.admits(caller):
        return Promise(operation, kind, 403 if caller.is_signed_in else 401, said)
    if operation in ("list", "create") or not on_row:
        return Promise(operation, kind, _success(operation), said)
    if not reaches(policy.read, caller, _OWNER):
        return Promise(operation, kind, 404, f"{said}; what a caller may not read is not found")
    if not reaches(rule, caller, _OWNER):
        return Promise(operation, kind, 403, f"{said}; read is for: {policy.read}")
    return Promise(operation, kind, _success(operation), said)


def reaches_the_owners(policy: Policy, operation: str, kind: Kind) -> bool:
    """Whether a kind of caller may do this with the rows of the owner, not just with their own."""
    if operation == "list":
        return reaches(policy.list, _caller(kind, policy), _OWNER)
    return promise(policy, operation, kind).is_allowed


def reaches(rule: Rule, caller: Caller, owner_id: UUID | None) -> bool:
    """Whether a rule lets a caller reach a row of this owner's."""
    return rule.admits_all_rows(caller) or (rule.admits(caller) and caller.id == owner_id)


def _success(operation: str) -> int:
    return SUCCESS[operation] if operation in OPERATIONS else DONE


def _caller(kind: Kind, policy: Policy) -> Caller:
    if kind == "unknown":
        return ANONYMOUS
    if kind in ("owner", "stranger"):
        weakest = next(iter(roles_under(policy)), None)
        return Caller(id=_OWNER if kind == "owner" else _OTHER, role=weakest)
    return Caller(id=_OTHER, role=kind)
