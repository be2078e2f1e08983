"""Policies: one rule for each operation of a resource, action of its own and guarded field."""

from collections.abc import Mapping
from typing import Literal

from keel.access.field_rules import FieldRules
from keel.access.rules import Rule, nobody

Operation = Literal["list", "read", "create", "update", "delete", "deleted", "restore", "purge"]


class Policy:
    """Who may do what with a resource; what is not said, nobody may do.

    Args:
        read: Who may read one row, and list rows unless `list` says otherwise.
        write: Who may create, update and delete, unless these say otherwise.
        list: Who may list rows.
        create: Who may add a row.
        update: Who may change a row.
        delete: Who may delete a row.
        history: Who may see what changed in a row that they may read; all of them unless said.
        restore: Who may bring a deleted row back, where those are kept.
        purge: Who may delete a deleted row for good.
        actions: Who may do what else, by the name of the action.
        fields: Who may read and write the fields that not everybody may, by column.
    """

    __slots__ = (
        "actions",
        "create",
        "delete",
        "fields",
        "history",
        "list",
        "purge",
        "read",
        "restore",
        "update",
    )

    def __init__(  # noqa: PLR0913 - one for each operation
        self,
        *,
        read: Rule = nobody,
        write: Rule = nobody,
        list: Rule | None = None,  # noqa: A002 - the operation's own name
        create: Rule | None = None,
        update: Rule | None = None,
        delete: Rule | None = None,
        history: Rule | None = None,
        restore: Rule = nobody,
        purge: Rule = nobody,
        actions: Mapping[str, Rule] | None = None,
        fields: Mapping[str, FieldRules] | None = None,
    ) -> None:
        self.read = read
        self.list = list or read
        self.create = create or write
        self.update = update or write
        self.delete = delete or write
        self.history = history or read
        self.restore = restore
        self.purge = purge
        self.actions = dict(actions or {})
        self.fields = dict(fields or {})

    @property
    def deleted(self) -> Rule:
        """Who may see which rows are deleted: who may do something about it."""
        return self.restore | self.purge

    def rule(self, name: str) -> Rule:
        """The rule of an operation or of an action."""
        rule: Rule = self.actions[name] if name in self.actions else getattr(self, name)
        return rule

    def action(self, name: str) -> Rule:
        """The rule of an action; `KeyError` if the policy does not name it."""
        return self.actions[name]
