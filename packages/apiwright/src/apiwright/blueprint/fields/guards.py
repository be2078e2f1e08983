"""Who may read and who may write a field: from the words of a page to rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.rules import read_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_FOR_NOBODY = {"read": "write_only", "write": "read_only"}


def with_rules(words: Words, roles: Sequence[str], path: Path, report: Report) -> Words:
    """The words of a field, with the rules that `read` and `write` among them mean."""
    found = {word: value for word, value in words.items() if word not in _FOR_NOBODY}
    for word, flag in _FOR_NOBODY.items():
        if word not in words:
            continue
        at = (*path, word)
        rule = read_rule(str(words[word]), roles, at, report)
        if rule is not None:
            found[word] = rule
        elif not report.is_wrong(*at):
            report.add(at, f"Nobody may {word} it.", f"Write `{flag}: true` instead.")
    return found


def rule_of(words: Words, word: str) -> Rule | None:
    """The rule under a word, if there is one."""
    said = words.get(word)
    return said if isinstance(said, Rule) else None
