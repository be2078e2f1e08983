"""Scopes: which rows a caller may reach, as a condition inside the query."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, False_, True_, false, or_, true

from keel.access.caller import Caller
from keel.access.conditions import both
from keel.access.policy import Operation, Policy
from keel.access.rules import Rule
from keel.access.tenancy import within_tenant


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks, under which policy."""

    caller: Caller
    policy: Policy

    def condition(self, model: type[Any], operation: Operation) -> ColumnElement[bool]:
        """The rows of `model` that the caller may reach by `operation`, for a `WHERE`."""
        return self.of_rows(model, self.policy.rule(operation))

    def of_rows(self, model: type[Any], rule: Rule) -> ColumnElement[bool]:
        """The rows of `model` that a rule lets the caller reach, for a `WHERE` or a `SELECT`."""
        return self._condition(model, model, rule)

    def of_row(self, row: object, rule: Rule) -> ColumnElement[bool]:
        """Whether a rule lets the caller reach a row, for a `SELECT`.

        `true()` or `false()` where that needs no look into the database.
        """
        return self._condition(type(row), row, rule)

    def _condition(self, model: type[Any], row: Any, rule: Rule) -> ColumnElement[bool]:
        # A tenant's rows are nobody else's, whatever a rule says.
        return both(within_tenant(model, row, self.caller), self._granted(model, row, rule))

    def _granted(self, model: type[Any], row: Any, rule: Rule) -> ColumnElement[bool]:
        if rule.admits_all_rows(self.caller):
            return true()
        if self.caller.id is None:
            return false()
        found = [grant.condition(model, row, self.caller.id) for grant in rule.grants]
        if any(isinstance(condition, True_) for condition in found):
            return true()
        asked = [condition for condition in found if not isinstance(condition, False_)]
        return or_(*asked) if asked else false()
