"""The rules of a resource: from sentences to their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path
    from apiwright.blueprint.rules.rule import Where

OPERATORS = {
    "after": ">",
    "before": "<",
    "not after": "<=",
    "not before": ">=",
    ">": ">",
    ">=": ">=",
    "<": "<",
    "<=": "<=",
    "!=": "!=",
}
"""What stands between two fields, and how SQL writes it."""

_WHERE = r"(?:\swhere\s(?P<field>\w+)\s?=\s?(?P<value>[\w-]+))?"
_WORD = r"\s(?:not\s)?(?:after|before)\s"
_COMPARISON = re.compile(rf"(?P<left>\w+)(?P<sign>{_WORD}|\s?(?:[<>]=?|!=)\s?)(?P<right>\w+)")
_AT_MOST = re.compile(rf"at\smost\s(?P<most>[0-9]{{1,6}})\sper\s(?P<per>\w+){_WHERE}")
_NO_OVERLAP = re.compile(
    r"no\stwo\soverlap:?\s(?P<start>\w+)\s?\.\.\s?(?P<end>\w+)"
    rf"(?:\sper\s(?P<per>\w+))?{_WHERE}"
)
_GRAMMAR = (
    "Write `end after start`, `price >= cost`, `at most 3 per owner` or "
    "`no two overlap start..end per doctor`."
)


def read_rules(data: Sequence[str], path: Path, report: Report) -> tuple[Rule, ...]:
    """The rules that sentences mean."""
    return tuple(_rules(data, path, report))


def _rules(data: Sequence[str], path: Path, report: Report) -> Iterator[Rule]:
    for index, text in enumerate(data):
        said = " ".join(text.split())
        if found := _AT_MOST.fullmatch(said):
            yield AtMost(int(found["most"]), found["per"], _where(found))
        elif found := _NO_OVERLAP.fullmatch(said):
            yield NoOverlap(found["start"], found["end"], found["per"], _where(found))
        elif found := _COMPARISON.fullmatch(said):
            sign = OPERATORS[found["sign"].strip()]
            yield Comparison(found["left"], sign, found["right"])
        else:
            report.add((*path, index), f"`{said[:60]}` is no rule.", _GRAMMAR)


def _where(found: re.Match[str]) -> Where:
    return ((found["field"], found["value"]),) if found["field"] else ()
