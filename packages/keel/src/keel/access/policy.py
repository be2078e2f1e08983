"""Policies: one rule for each operation of a resource, and for each action of its own."""

from collections.abc import Mapping
from typing import Literal

from keel.access.rules import Rule, nobody

Operation = Literal["list", "read", "create", "update", "delete"]


class Policy:
    """Who may do what with a resource; what is not said, nobody may do.

    Args:
        read: Who may read one row, and list rows unless `list` says otherwise.
        write: Who may create, update and delete, unless these say otherwise.
        list: Who may list rows.
        create: Who may add a row.
        update: Who may change a row.
        delete: Who may delete a row.
        actions: Who may do what else, by the name of the action.
    """

    __slots__ = ("actions", "create", "delete", "list", "read", "update")

    def __init__(  # noqa: PLR0913 - one for each operation
        self,
        *,
        read: Rule = nobody,
        write: Rule = nobody,
        list: Rule | None = None,  # noqa: A002 - the operation's own name
        create: Rule | None = None,
        update: Rule | None = None,
        delete: Rule | None = None,
        actions: Mapping[str, Rule] | None = None,
    ) -> None:
        self.read = read
        self.list = list or read
        self.create = create or write
        self.update = update or write
        self.delete = delete or write
        self.actions = dict(actions or {})

    def rule(self, name: str) -> Rule:
        """The rule of an operation or of an action."""
        rule: Rule = self.actions[name] if name in self.actions else getattr(self, name)
        return rule

    def action(self, name: str) -> Rule:
        """The rule of an action; `KeyError` if the policy does not name it."""
        return self.actions[name]
