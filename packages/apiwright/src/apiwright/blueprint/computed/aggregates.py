"""Values of the rows around a row: `average of reviews.rating where status = published`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from apiwright.blueprint.computed.around import Surroundings
from apiwright.blueprint.computed.conditions import Conditions
from apiwright.blueprint.computed.model import Aggregate, Function
from apiwright.blueprint.fields.types import MAX_BIG_INT, MAX_INT, type_of
from apiwright.blueprint.model import BROKEN, Field
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.computed.around import Kept
    from apiwright.blueprint.model import Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_FUNCTIONS: tuple[Function, ...] = get_args(Function)
# Also what only lacks its `of`, so that it is told so.
IS_AGGREGATE = re.compile(rf"\s*(?:\w+\s+of\b|(?:{'|'.join(_FUNCTIONS)})\s+[^\W\d])")

_NUMBERS = ("int", "decimal", "duration")
_UNORDERED = ("bool", "enum")
_DIGITS = 15
_AVERAGE_PLACES = 2
_MOST = 10**12  # of a whole number, so that millions of them can be added
_AGGREGATE = re.compile(
    r"""\s* (?P<function> \w+ ) \s+ of \s+ (?P<nouns> \w+ ) (?: \s* \. \s* (?P<field> \w+ ) )?
    (?: \s+ by \s+ (?P<by> \w+ ) )? \s* (?P<where> \b where \b | \Z )""",
    re.VERBOSE,
)
_GRAMMAR = "Write it like `average of reviews.rating` or `count of reviews where status = open`."


class AggregateReader:
    """Reads one text.

    Args:
        resource: Whose rows have the value.
        kept: All resources, by plural.
        path: Where the text stands.
        report: Takes what is wrong.
    """

    def __init__(
        self, resource: Resource, kept: Mapping[str, Kept], path: Path, report: Report
    ) -> None:
        self._around = Surroundings(resource, kept, self._refuse)
        self._path = path
        self._report = report

    def read(self, text: str) -> Field:
        """What the text describes; of type `BROKEN` if mistakes, now in the report, leave none."""
        said = _AGGREGATE.match(text)
        if said is None:
            self._refuse(0, f"`{text.strip()[:60]}` cannot be worked out.", _GRAMMAR)
            return _NONE
        function, around = self._function(said), self._around.find(said)
        if around is None:
            return _NONE
        of = around.of
        field = self._field(of, function, said) if function else None
        conditions = Conditions(of.resource.name, of.fields, self._path, self._report)
        where = conditions.read(text, said.end()) if said["where"] else ()
        self._check_listed(of, said)
        if not (function and around.by and field):
            return _NONE
        taken = None if function == "count" else field.name
        aggregate = Aggregate(function, of.resource.name, around.by, taken, where, around.way)
        return replace(_result(function, field), computed=aggregate)

    def _function(self, said: re.Match[str]) -> Function | None:
        word = said["function"]
        if word in _FUNCTIONS:
            return word
        self._refuse(0, f"`{word}` is nothing to work out.", correction(word, _FUNCTIONS))
        return None

    def _field(self, of: Kept, function: Function, said: re.Match[str]) -> Field | None:
        name, nouns = said["field"], said["nouns"]
        at = said.start("field") if name else said.start("nouns")
        if function == "count":
            if name:
                self._refuse(at, "Rows are counted, not fields.", f"Write `count of {nouns}`.")
            return Field("id", "uuid")
        fitting = [each.name for each in of.fields.values() if _misfit(function, each) is None]
        if name is None:
            advice = f"Write `{function} of {nouns}.{next(iter(fitting), 'field')}`."
            self._refuse(at, f"The {function} of which field?", advice)
        elif (field := of.fields.get(name)) is None:
            what = f"`{name}` is no field of `{of.resource.name}`."
            self._refuse(at, what, correction(name, fitting))
        elif why := _misfit(function, field):
            self._refuse(at, *why)
        else:
            return None if field.type == BROKEN else field
        return None

    def _check_listed(self, of: Kept, said: re.Match[str]) -> None:
        resource = of.resource
        is_unsure = self._report.is_wrong("resources", resource.name, "access")
        if resource.access.list is None and not is_unsure:
            what = f"Nobody may list `{resource.name}`, so no row of it would count."
            self._refuse(said.start("nouns"), what, f"Let somebody list `{resource.name}`.")

    def _refuse(self, at: int, what: str, advice: str) -> None:
        self._report.add(self._path, what, advice, offset=at)


_NONE = Field("", BROKEN)


def _misfit(function: Function, field: Field) -> tuple[str, str] | None:
    """Why a field cannot be worked with, and a way out."""
    if field.write_only:
        return f"`{field.name}` is write-only; this would tell it.", "Take it out."
    if field.type == BROKEN:
        return None
    return _unordered(function, field) if function in ("min", "max") else _unadded(function, field)


def _unordered(function: Function, field: Field) -> tuple[str, str] | None:
    if type_of(field).is_sortable and field.type not in _UNORDERED:
        return None
    return f"`{field.type}` has no {function}.", "Choose a number, a time or a short text."


def _unadded(function: Function, field: Field) -> tuple[str, str] | None:
    if field.type == "float":
        what = f"A {function} of floats depends on their order."
        return what, "Make the field a decimal: `decimal(12,3)`."
    if field.type not in _NUMBERS:
        return f"`{field.type}` has no {function}.", "Choose an int, a decimal or a duration."
    bounds = (field.minimum, field.maximum)
    if field.type == "int" and any(not -_MOST <= (bound or 0) <= _MOST for bound in bounds):
        what = f"Sums of `{field.name}` can outgrow the databases."
        return what, f"Bound the field by {_MOST:,} or less."
    return None


def _result(function: Function, field: Field) -> Field:
    """What comes out: `field` as one that answers have."""
    match function:
        case "count":
            return Field("", "int", minimum=0, maximum=MAX_INT, read_only=True)
        case "sum" if field.type == "int":
            return Field("", "int", minimum=-MAX_BIG_INT, maximum=MAX_BIG_INT, read_only=True)
        case "sum" if field.type == "duration":
            return Field("", "duration", read_only=True)
        case "sum":
            return _decimal(field.places or 0)
        case "average" if field.type != "duration":
            return replace(_decimal(max(field.places or 0, _AVERAGE_PLACES)), optional=True)
        case _:
            return Field(
                "",
                field.type,
                optional=True,
                minimum=field.minimum,
                maximum=field.maximum,
                digits=field.digits,
                places=field.places,
                read_only=True,
            )


def _decimal(places: int) -> Field:
    return Field("", "decimal", digits=_DIGITS, places=places, read_only=True)
