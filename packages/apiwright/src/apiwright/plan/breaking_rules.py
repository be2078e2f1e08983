"""What breaks clients when rows get new rules, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Resource
    from apiwright.blueprint.rules.rule import Rule


def ruling(was: Resource, now: Resource) -> Iterator[str]:
    """A sentence for each rule that rows did not have to keep."""
    for rule in now.rules:
        if not any(_includes(before, rule) for before in was.rules):
            yield f"`{now.name}` must keep a new rule, `{rule}`{_of_rows(rule)}."


def _includes(before: Rule, rule: Rule) -> bool:
    """Whether rows that kept the rule before keep this one."""
    if isinstance(before, AtMost) and isinstance(rule, AtMost):
        same = (before.per, before.where) == (rule.per, rule.where)
        return same and before.most <= rule.most
    return before == rule


def _of_rows(rule: Rule) -> str:
    """What becomes of rows that stand and break it."""
    match rule:
        case Comparison():
            return ": rows that stand and break it stop the migration"
        case NoOverlap():
            return (
                ": rows that stand and break it stop the migration on Postgres; on SQLite they "
                "stay, until they change"
            )
        case AtMost():
            return ": rows that stand and break it stay, until they change"
