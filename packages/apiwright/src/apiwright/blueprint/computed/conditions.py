"""Conditions on the fields of a row: `status = published and rating >= 3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.blueprint.checks.fitting import misfit
from apiwright.blueprint.computed.model import Condition
from apiwright.blueprint.fields.types import operators, type_of
from apiwright.blueprint.model import BROKEN
from apiwright.blueprint.page.spelling import correction, listed
from apiwright.blueprint.page.tree import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OPERATORS = {"=": "eq", "!=": "ne", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte"}
_CONDITION = re.compile(
    r"""\s* (?P<field> \w+ ) \s*
    (?: (?P<null> is \s+ (?P<not> not \s+ )? null ) \b
      | (?P<operator> [=!<>~]+ ) \s* (?: "(?P<text> [^"]* )" | (?P<word> [^\s"]+ ) ) )""",
    re.VERBOSE,
)
_AND = re.compile(r"\s*\band\b")
_GRAMMAR = "A condition reads `status = published` or `born is null`; `and` joins several."


class Conditions:
    """Reads conditions.

    Args:
        name: The resource of the row.
        fields: What the row has, by name.
        path: Where the text stands that holds them.
        report: Takes what is wrong.
    """

    def __init__(self, name: str, fields: Mapping[str, Field], path: Path, report: Report) -> None:
        self._name = name
        self._fields = fields
        self._path = path
        self._report = report

    def read(self, text: str, start: int) -> tuple[Condition, ...]:
        """The conditions that stand in `text` from `start` on."""
        found: dict[tuple[str, str], Condition] = {}
        for said in self._said(text, start):
            condition = self._condition(said)
            if condition is None:
                continue
            if found.setdefault((condition.field, condition.operator), condition) != condition:
                self._refuse(said.start("field"), "This is said twice.", "Say it once.")
        return tuple(found.values())

    def _said(self, text: str, at: int) -> Iterator[re.Match[str]]:
        while said := _CONDITION.match(text, at):
            yield said
            at = said.end()
            joined = _AND.match(text, at)
            if joined is None:
                break
            at = joined.end()
        else:
            self._refuse_rest(text, at)
            return
        if text[at:].strip():
            self._refuse_rest(text, at)

    def _refuse_rest(self, text: str, at: int) -> None:
        rest = text[at:].strip()
        what = f"`{rest[:40]}` is no condition." if rest else "A condition is missing."
        self._refuse(len(text) - len(text[at:].lstrip()), what, _GRAMMAR)

    def _condition(self, said: re.Match[str]) -> Condition | None:
        name, at = said["field"], said.start("field")
        field = self._fields.get(name)
        if field is None:
            self._refuse(
                at, f"`{name}` is no field of `{self._name}`.", correction(name, self._fields)
            )
        elif field.write_only:
            self._refuse(at, f"`{name}` is write-only; this would tell it.", "Take it out.")
        elif said["null"]:
            return self._null(field, said)
        elif field.type != BROKEN:
            return self._comparison(field, said)
        return None

    def _null(self, field: Field, said: re.Match[str]) -> Condition | None:
        if not field.optional and field.type != BROKEN:
            self._refuse(said.start("field"), f"`{field.name}` is never null.", "Take it out.")
            return None
        return Condition(field.name, "is_null", not said["not"])

    def _comparison(self, field: Field, said: re.Match[str]) -> Condition | None:
        operator, at = _OPERATORS.get(said["operator"]), said.start("operator")
        if operator is None:
            known = correction(said["operator"].replace("==", "="), _OPERATORS)
            self._refuse(at, f"`{said['operator']}` compares nothing.", known)
        elif operator not in _ways(field):
            what = f"`{said['operator']}` means nothing for `{field.type}`."
            self._refuse(at, what, f"It knows {listed(_known(field))}.")
        else:
            value = self._value(field, said)
            return None if value is None else Condition(field.name, operator, value)
        return None

    def _value(self, field: Field, said: re.Match[str]) -> object:
        group = "word" if said["text"] is None else "text"
        kind, at = type_of(field), said.start(group)
        try:
            word = scalar(said[group]) if kind.is_bare and group == "word" else said[group]
            value = kind.value(word)
        except ValueError as error:
            advice = "Write `is null`." if said[group] == "null" else ""
            self._refuse(at, f"The value is not {error}.", advice)
            return None
        if self._report.is_wrong("resources", self._name, "fields", field.name):
            return None
        if why := misfit(field, value):
            advice = correction(said[group], field.choices)
            self._refuse(at, f"The value {why}: nothing has it.", advice)
            return None
        return value

    def _refuse(self, at: int, what: str, advice: str) -> None:
        self._report.add(self._path, what, advice, offset=at)


def _ways(field: Field) -> set[str]:
    """The operators that compare a field with a value."""
    return set() if field.type in ("file", "json", "list") else {"eq", "ne", *operators(field)}


def _known(field: Field) -> list[str]:
    ways = _ways(field)
    signs = [sign for sign, name in _OPERATORS.items() if name in ways]
    return signs or ["is null", "is not null"]
