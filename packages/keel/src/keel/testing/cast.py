"""Casts: who of all callers may do what with the rows of a scene."""

from collections.abc import Collection, Iterator, Sequence

from keel.testing.able import NobodyCan, hidden_members, is_on_row, required_members
from keel.testing.guarded import may_write
from keel.testing.kinds import is_for_the_scene
from keel.testing.reach import Reach
from keel.testing.resource import Resource
from keel.testing.stage import Stage
from keel.testing.standings import Kind, roles_under, standings
from keel.testing.visitors import Visitor


class Cast(Stage):
    """A stage, and who may do what with its rows."""

    def allowed(self, operation: str, *fields: str, also: str = "") -> Visitor:
        """A caller who may do this with every row in the scene, the strongest one first.

        Args:
            operation: An operation, or an action.
            fields: What of a row they must be free to set.
            also: Another operation that they may do with every row.

        Raises:
            NobodyCan: Who may do it may not do the other, or set `fields`, or sees no row that a
                body must name.
        """
        wanted = [operation, *([also] if also else [])]
        for visitor in self._who_may(wanted):
            if self._is_able(operation, visitor, fields):
                return visitor
        if any(self._who_may([operation])):
            raise NobodyCan(self.resource, operation, [*fields, *wanted[1:]])
        raise LookupError(f"The policy lets nobody {operation} what {self.resource.noun} is.")

    def _who_may(self, operations: Sequence[str]) -> Iterator[Visitor]:
        """Callers who may do all of this with every row, the strongest kind that rules know first.

        Last comes the strongest of all, whom rules of other resources may tell apart.
        """
        for kind in self._kinds():
            if all(self._lets(operation, kind) for operation in operations):
                yield self.visitor(kind)
        strongest, policy = self.callers.strongest, self.resource.policy
        rules = [policy.read, *(policy.rule(operation) for operation in operations)]
        if all(rule.admits_all_rows(strongest.caller) for rule in rules):
            yield strongest

    def _kinds(self) -> tuple[Kind, ...]:
        """The kinds of callers, the strongest first."""
        resource = self.resource
        owned = resource.owner_field is not None or resource.under is not None
        strongest = (*roles_under(resource.policy)[1:], *_of_rows(resource))
        return (*reversed(strongest), *(("owner",) if owned else ()), "stranger", "unknown")

    def _lets(self, operation: str, kind: Kind) -> bool:
        """Whether the policy lets a kind of caller do this with every row in the scene."""
        on_row = is_on_row(self.resource, operation)
        return is_for_the_scene(self.resource.policy, operation, kind, on_row=on_row)

    def _is_able(self, operation: str, by: Visitor, fields: Collection[str]) -> bool:
        """Whether a caller can send a whole body, with these fields, to where it must go."""
        named = {*fields, *required_members(self.resource, operation)}
        may_write = all(self.may_write(field, operation, by) for field in fields)
        is_seen = not named & self._hidden(operation, by)
        return may_write and is_seen and self.finds(operation, by)

    def may_write(self, field: str, operation: str, by: Visitor) -> bool:
        """Whether a caller may set a field of the row that an operation makes or changes."""
        create = self.resource.policy.create
        moves = operation == "update" and field in create.columns
        if moves and not self.places.standing(by).meets(create):
            return False
        return may_write(self.resource, field, self.places.standing(by), operation)

    def finds(self, operation: str, by: Visitor) -> bool:
        """Whether a caller sees the row below which the operation is called, if it is."""
        if self.parent_model is None or operation not in ("list", "create"):
            return True
        parent_id = self._parent(self.callers.owner if operation == "list" else by)
        return self._shows(Reach(self.store), self.parent_model, parent_id, by)

    def _hidden(self, operation: str, by: Visitor) -> set[str]:
        """The members of a body that name rows of which a caller can see none."""
        policies = {model: other.policy for model, other in self._others.items()}
        return hidden_members(self.resource, operation, by.caller, policies)


def _of_rows(resource: Resource) -> list[Kind]:
    """The kinds of callers who are something to some rows, or were let, besides the owner."""
    kinds = standings(resource.policy, owned=False)
    return [
        kind for kind, standing in kinds.items() if standing.grants or standing.caller.permissions
    ]
