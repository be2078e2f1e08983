"""Scopes: which rows a caller may reach, as a condition inside the query."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from sqlalchemy import ColumnElement, false, true

from keel.access.caller import Caller
from keel.access.policy import Operation, Policy
from keel.access.rules import Rule
from keel.problems import Forbidden


class Row(Protocol):
    """A row of a model; `owner_field` names the attribute that says whose it is."""

    owner_field: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks, under which policy."""

    caller: Caller
    policy: Policy

    def condition(self, model: type[Row], operation: Operation) -> ColumnElement[bool]:
        """The rows of `model` that the caller may reach by `operation`, for a `WHERE`."""
        rule = self.policy.rule(operation)
        if rule.admits_all_rows(self.caller):
            return true()
        if rule.admits(self.caller):
            owned: ColumnElement[bool] = getattr(model, model.owner_field) == self.caller.id
            return owned
        return false()

    def check(self, row: Row, operation: str) -> None:
        """Refuse what the caller may not do with a row that they may read.

        Args:
            row: A row that they may read.
            operation: An operation, or an action of the policy.

        Raises:
            Forbidden: The policy does not let this caller do `operation` with `row`.
        """
        if not self._reaches(row, self.policy.rule(operation)):
            raise Forbidden(f"Your account may not {operation.replace('_', ' ')} this.")

    def require(self, rule: Rule, row: Row) -> None:
        """Refuse what a rule beside the policy does not let the caller do with a row.

        Args:
            rule: One that stands at the operation's door.
            row: One that the caller may read.

        Raises:
            Forbidden: The rule holds for rows of the caller's own, and this is another's.
        """
        if not self._reaches(row, rule):
            raise Forbidden("Your account may not do this with what belongs to somebody else.")

    def _reaches(self, row: Row, rule: Rule) -> bool:
        if rule.admits_all_rows(self.caller):
            return True
        return rule.admits(self.caller) and getattr(row, row.owner_field) == self.caller.id
