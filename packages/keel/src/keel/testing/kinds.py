"""What a policy promises each kind of caller."""

from collections.abc import Iterator
from dataclasses import dataclass

from keel.access import Operation, Ownership, Policy, nobody
from keel.testing.standings import OPERATIONS, Kind, Standing, standings

SUCCESS: dict[Operation, int] = {
    "list": 200,
    "create": 201,
    "read": 200,
    "update": 200,
    "delete": 204,
}
DONE = 200
"""What an action answers when all goes well, unless its route says another status."""


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


def promises(policy: Policy, *, owned: bool) -> Iterator[Promise]:
    """The access matrix: each operation that exists, by each kind of caller."""
    for operation in OPERATIONS:
        if policy.rule(operation) != nobody:
            for kind in standings(policy, owned=owned):
                yield promise(policy, operation, kind)


def promise(policy: Policy, operation: str, kind: Kind, *, on_row: bool = True) -> Promise:
    """What comes of an operation, or an action, on a row of a scene.

    Args:
        policy: Who may do what.
        operation: What is tried; what lists or creates needs no row.
        kind: Who tries it.
        on_row: Whether an action needs a row.
    """
    rule, standing = policy.rule(operation), standings(policy, owned=True)[kind]
    said = f"{operation} is for: {rule}"
    if not rule.admits(standing.caller):
        return Promise(operation, kind, 403 if standing.caller.is_signed_in else 401, said)
    if operation == "list" or not on_row:
        return Promise(operation, kind, _success(operation), said)
    if operation == "create":  # what they make will be theirs
        maker = Standing(standing.caller, standing.grants | {Ownership()})
        return Promise(operation, kind, _success(operation) if maker.meets(rule) else 403, said)
    if not standing.meets(policy.read):
        return Promise(operation, kind, 404, f"{said}; what a caller may not read is not found")
    if not standing.meets(rule):
        return Promise(operation, kind, 403, f"{said}; read is for: {policy.read}")
    return Promise(operation, kind, _success(operation), said)


def is_for_the_scene(policy: Policy, operation: str, kind: Kind, *, on_row: bool = True) -> bool:
    """Whether a kind of caller may do this with the rows of a scene, not just with their own."""
    if operation == "list":
        return standings(policy, owned=True)[kind].meets(policy.list)
    return promise(policy, operation, kind, on_row=on_row).is_allowed


def _success(operation: str) -> int:
    return SUCCESS[operation] if operation in OPERATIONS else DONE
