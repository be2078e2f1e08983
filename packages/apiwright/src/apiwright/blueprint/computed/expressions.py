"""Expressions over the fields of one row: `= price * quantity`.

comparison = sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
sum        = product {("+" | "-") product}
product    = factor {("*" | "/") factor}
factor     = "-" factor | NUMBER | "TEXT" | FIELD | "now" | "today" | "(" comparison ")"
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from apiwright.blueprint.computed.model import Clock, Constant, Name
from apiwright.blueprint.computed.operands import (
    DIGITS,
    Mistake,
    Part,
    compared,
    joined,
    negative,
    worked,
)
from apiwright.blueprint.model import BROKEN, Field
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

IS_EXPRESSION = re.compile(r"\s*=")

_TOKEN = re.compile(
    r"""\s* (?: (?P<number> \d+ (?: \.\d+ )? ) | (?P<text> "[^"]*" ) | (?P<name> [^\W\d]\w* )
    | (?P<sign> != | <= | >= | [-+*/()=<>] ) | (?P<other> \S ) | (?P<end> \Z ) )""",
    re.VERBOSE,
)
_COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
_KINDS = {
    **dict.fromkeys(("int", "decimal"), "number"),
    **dict.fromkeys(("str", "text", "email", "url", "country", "language", "currency"), "text"),
    **{kind: kind for kind in ("date", "datetime", "time", "duration", "bool", "enum")},
}
_CLOCKS = {"today": "date", "now": "datetime"}
_DEEPEST = 20
_LONGEST = 300
_GRAMMAR = 'Write it like `price * quantity`, `first + " " + last` or `due < today`.'


class ExpressionReader:
    """Reads one text.

    Args:
        fields: What the row has, by name.
        path: Where the text stands.
        report: Takes what is wrong.
    """

    def __init__(self, fields: Mapping[str, Field], path: Path, report: Report) -> None:
        self._fields = fields
        self._path = path
        self._report = report

    def read(self, text: str) -> Field:
        """What the text describes; of type `BROKEN` if there is a mistake, now in the report."""
        start = text.index("=") + 1
        if len(text) > _LONGEST:
            what = f"An expression has at most {_LONGEST} characters."
            self._report.add(self._path, what, "Take parts out.")
            return Field("", BROKEN)
        try:
            found = _Parser(self._fields, text, start).whole()
        except Mistake as mistake:
            if mistake.what:
                self._report.add(self._path, mistake.what, mistake.advice, offset=mistake.at)
            return Field("", BROKEN)
        return replace(found.field(), computed=found.node)


class _Parser:
    def __init__(self, fields: Mapping[str, Field], text: str, start: int) -> None:
        self._fields = fields
        self._text = text
        self._depth = 0
        self._take(start)

    def whole(self) -> Part:
        found = self._comparison()
        if self._token["end"] is None:
            what = f"`{self._text[self._at :].strip()[:40]}` makes no sense here."
            raise Mistake(self._at, what, _GRAMMAR)
        if found.is_constant:
            raise Mistake(found.at, "It is the same for every row.", _GRAMMAR)
        if isinstance(found.node, Name):
            what = f"It repeats `{found.node.field}` and works nothing out."
            raise Mistake(found.at, what, _GRAMMAR)
        return found

    def _comparison(self) -> Part:
        left = self._sum()
        while (sign := self._sign(_COMPARISONS)) is not None:
            left = compared(sign, left, self._sum())
        return left

    def _sum(self) -> Part:
        left = self._product()
        while (sign := self._sign(("+", "-"))) is not None:
            right = self._product()
            is_text = sign == "+" and left.kind == right.kind == "text"
            left = joined(left, right) if is_text else worked(sign, left, right)
        return left

    def _product(self) -> Part:
        left = self._factor()
        while (sign := self._sign(("*", "/"))) is not None:
            left = worked(sign, left, self._factor())
        return left

    def _factor(self) -> Part:
        at, token = self._at, self._token
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Mistake(at, f"This nests deeper than {_DEEPEST} levels.", "Take levels out.")
        if self._sign(("-",)):
            found = negative(at, self._factor())
        elif self._sign(("(",)):
            found = self._comparison()
            if self._sign((")",)) is None:
                raise Mistake(self._at, "A bracket is not closed.", "Write `)`.")
        else:
            found = self._atom(at, token)
            self._take(token.end())
        self._depth -= 1
        return found

    def _atom(self, at: int, token: re.Match[str]) -> Part:
        if digits := token["number"]:
            number = Decimal(digits)
            if len(number.as_tuple().digits) > DIGITS:
                raise Mistake(at, f"A number has at most {DIGITS} digits.")
            places = max(0, -int(number.as_tuple().exponent))
            return Part(Constant(number if places else int(number)), "number", at, places)
        if token["text"]:
            text = token["text"][1:-1]
            return Part(Constant(text), "text", at, length=len(text))
        if token["name"]:
            return self._named(at, token["name"])
        what = (
            f"`{token[0].strip()}` makes no sense here." if token[0].strip() else "It ends early."
        )
        raise Mistake(at, what, _GRAMMAR)

    def _named(self, at: int, name: str) -> Part:
        field = self._fields.get(name)
        if field is None and name in _CLOCKS:
            return Part(Clock(name), _CLOCKS[name], at)
        if field is None:
            known = [each.name for each in self._fields.values() if each.type in _KINDS]
            raise Mistake(at, f"`{name}` is no field here.", correction(name, [*known, *_CLOCKS]))
        if field.type == BROKEN:
            raise Mistake(at)
        if field.write_only:
            what = f"`{name}` is write-only; this would tell it."
            raise Mistake(at, what, "Take it out.")
        if field.type not in _KINDS:
            advice = "Make the field a decimal." if field.type == "float" else "Take it out."
            raise Mistake(at, f"Nothing is worked out of a `{field.type}`.", advice)
        return Part(
            Name(name),
            _KINDS[field.type],
            at,
            places=field.places or 0,
            length=int(field.maximum or 254) if _KINDS[field.type] == "text" else 0,
            optional=field.optional,
            choices=field.choices,
        )

    def _sign(self, signs: tuple[str, ...]) -> str | None:
        sign = self._token["sign"]
        if sign not in signs:
            return None
        self._take(self._token.end())
        return str(sign)

    def _take(self, at: int) -> None:
        self._token = next(_TOKEN.finditer(self._text, at))  # the end is a token too
        self._at = self._token.start(str(self._token.lastgroup))
