"""Expressions over the fields of one row: `= price * quantity`.

comparison = sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
sum        = product {("+" | "-") product}
product    = factor {("*" | "/") factor}
factor     = "-" factor | NUMBER | "TEXT" | FIELD | "now" | "today" | "(" comparison ")"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from apiwright.blueprint.model import (
    BROKEN,
    Clock,
    Constant,
    Expression,
    Field,
    Name,
    Operation,
)
from apiwright.blueprint.spelling import correction
from apiwright.blueprint.types import MAX_BIG_INT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.mistakes import Report
    from apiwright.blueprint.places import Path

IS_EXPRESSION = re.compile(r"\s*=")

_TOKEN = re.compile(
    r"""\s* (?: (?P<number> \d+ (?: \.\d+ )? ) | (?P<text> "[^"]*" ) | (?P<name> [^\W\d]\w* )
    | (?P<sign> != | <= | >= | [-+*/()=<>] ) | (?P<other> \S ) | (?P<end> \Z ) )""",
    re.VERBOSE,
)
_COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_KINDS = {
    **dict.fromkeys(("int", "decimal"), "number"),
    **dict.fromkeys(("str", "text", "email", "url"), "text"),
    **{kind: kind for kind in ("date", "datetime", "bool", "enum")},
}
_CLOCKS = {"today": "date", "now": "datetime"}
_EQUALITY = ("bool", "enum")
_DEEPEST = 20
_DIGITS = 15
_MOST_PLACES = 8
_QUOTIENT_PLACES = 2
_LONGEST = 10_000
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
        try:
            found = _Parser(self._fields, text, start).whole()
        except _Mistake as mistake:
            if mistake.what:
                self._report.add(self._path, mistake.what, mistake.advice, offset=mistake.at)
            return Field("", BROKEN)
        return replace(found.field(), computed=found.node)


class _Mistake(Exception):  # noqa: N818 - what it is
    def __init__(self, at: int, what: str = "", advice: str = "") -> None:
        self.at, self.what, self.advice = at, what, advice
        super().__init__(at, what)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an expression, and what it is.

    Attributes:
        at: Where it starts.
        places: Digits after the point of a number.
        length: The most characters of a text.
        optional: Whether it may be NULL.
        choices: Of an enum.
    """

    node: Expression
    kind: str
    at: int
    places: int = 0
    length: int = 0
    optional: bool = False
    choices: tuple[str, ...] = ()

    @property
    def is_constant(self) -> bool:
        return isinstance(self.node, Constant | Clock)

    def field(self) -> Field:
        """A field that holds it."""
        base = Field("", self.kind, optional=self.optional, read_only=True)
        if self.kind == "text":
            fits = self.length <= _LONGEST
            return replace(base, type="str" if fits else "text", maximum=self.length)
        if self.kind == "number" and self.places:
            return replace(base, type="decimal", digits=_DIGITS, places=self.places)
        if self.kind == "number":
            return replace(base, type="int", minimum=-MAX_BIG_INT, maximum=MAX_BIG_INT)
        return base


class _Parser:
    def __init__(self, fields: Mapping[str, Field], text: str, start: int) -> None:
        self._fields = fields
        self._text = text
        self._depth = 0
        self._take(start)

    def whole(self) -> _Part:
        found = self._comparison()
        if self._token["end"] is None:
            what = f"`{self._text[self._at :].strip()[:40]}` makes no sense here."
            raise _Mistake(self._at, what, _GRAMMAR)
        if found.is_constant:
            raise _Mistake(found.at, "It is the same for every row.", _GRAMMAR)
        if isinstance(found.node, Name):
            what = f"It repeats `{found.node.field}` and works nothing out."
            raise _Mistake(found.at, what, _GRAMMAR)
        return found

    def _comparison(self) -> _Part:
        left = self._sum()
        while (sign := self._sign(_COMPARISONS)) is not None:
            left = self._compared(sign, left, self._sum())
        return left

    def _sum(self) -> _Part:
        left = self._product()
        while (sign := self._sign(("+", "-"))) is not None:
            right = self._product()
            is_text = sign == "+" and left.kind == right.kind == "text"
            left = self._joined(left, right) if is_text else self._worked(sign, left, right)
        return left

    def _product(self) -> _Part:
        left = self._factor()
        while (sign := self._sign(("*", "/"))) is not None:
            left = self._worked(sign, left, self._factor())
        return left

    def _factor(self) -> _Part:
        at, token = self._at, self._token
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Mistake(at, f"This nests deeper than {_DEEPEST} levels.", "Take levels out.")
        if self._sign(("-",)):
            found = self._negative(at, self._factor())
        elif self._sign(("(",)):
            found = self._comparison()
            if self._sign((")",)) is None:
                raise _Mistake(self._at, "A bracket is not closed.", "Write `)`.")
        else:
            found = self._atom(at, token)
            self._take(token.end())
        self._depth -= 1
        return found

    def _atom(self, at: int, token: re.Match[str]) -> _Part:
        if digits := token["number"]:
            number = Decimal(digits)
            if len(number.as_tuple().digits) > _DIGITS:
                raise _Mistake(at, f"A number has at most {_DIGITS} digits.")
            places = max(0, -int(number.as_tuple().exponent))
            return _Part(Constant(number if places else int(number)), "number", at, places)
        if token["text"]:
            text = token["text"][1:-1]
            return _Part(Constant(text), "text", at, length=len(text))
        if token["name"]:
            return self._named(at, token["name"])
        what = (
            f"`{token[0].strip()}` makes no sense here." if token[0].strip() else "It ends early."
        )
        raise _Mistake(at, what, _GRAMMAR)

    def _named(self, at: int, name: str) -> _Part:
        field = self._fields.get(name)
        if field is None and name in _CLOCKS:
            return _Part(Clock(name), _CLOCKS[name], at)
        if field is None:
            known = [each.name for each in self._fields.values() if each.type in _KINDS]
            raise _Mistake(at, f"`{name}` is no field here.", correction(name, [*known, *_CLOCKS]))
        if field.type == BROKEN:
            raise _Mistake(at)
        if field.write_only:
            what = f"`{name}` is write-only; this would tell it."
            raise _Mistake(at, what, "Take it out.")
        if field.type not in _KINDS:
            advice = "Make the field a decimal." if field.type == "float" else "Take it out."
            raise _Mistake(at, f"Nothing is worked out of a `{field.type}`.", advice)
        return _Part(
            Name(name),
            _KINDS[field.type],
            at,
            places=field.places or 0,
            length=int(field.maximum or 254) if _KINDS[field.type] == "text" else 0,
            optional=field.optional,
            choices=field.choices,
        )

    def _negative(self, at: int, part: _Part) -> _Part:
        if part.kind != "number":
            raise _Mistake(at, f"`-` needs a number, not {_a(part)}.")
        if isinstance(part.node, Constant) and not isinstance(part.node.value, str):
            return replace(part, node=Constant(-part.node.value), at=at)
        return replace(part, node=Operation("-", (part.node,)), at=at)

    def _joined(self, left: _Part, right: _Part) -> _Part:
        joined = self._pair("+", left, right)
        return replace(joined, kind="text", length=left.length + right.length)

    def _worked(self, sign: str, left: _Part, right: _Part) -> _Part:
        for part in (left, right):
            if part.kind != "number":
                other = right if part is left else left
                kinds = "numbers or two texts" if sign == "+" else "numbers"
                what = f"`{sign}` needs two {kinds}, not {_a(left)} and {_a(right)}."
                raise _Mistake(part.at if other.kind == "number" else left.at, what)
        both = (left.places, right.places)
        places = sum(both) if sign == "*" else max(both)
        is_optional = left.optional or right.optional
        if sign == "/":
            places = max(places, _QUOTIENT_PLACES)
            if right.node == Constant(0):
                raise _Mistake(right.at, "Nothing can be divided by zero.")
            is_optional = is_optional or not isinstance(right.node, Constant)
        if places > _MOST_PLACES:
            what = f"It would have {places} digits after the point; {_MOST_PLACES} is the most."
            raise _Mistake(left.at, what, "Take factors out, or give fields fewer places.")
        found = self._pair(sign, left, right)
        return replace(found, kind="number", places=places, optional=is_optional)

    def _compared(self, sign: str, left: _Part, right: _Part) -> _Part:
        left, right = _chosen(left, right), _chosen(right, left)
        if left.kind != right.kind:
            what = f"{_a(left).capitalize()} cannot be compared with {_a(right)}."
            raise _Mistake(left.at, what, _hint(left, right))
        if left.kind in _EQUALITY and sign not in ("=", "!="):
            raise _Mistake(left.at, f"`{sign}` means nothing for {_a(left)}.", "Write `=` or `!=`.")
        if left.is_constant and not right.is_constant:
            left, right, sign = right, left, _MIRRORED.get(sign, sign)
        found = self._pair(sign, left, right)
        return replace(found, kind="bool", places=0, length=0, choices=())

    def _pair(self, sign: str, left: _Part, right: _Part) -> _Part:
        if left.is_constant and right.is_constant:
            raise _Mistake(left.at, "Both sides are the same for every row.", "Work it out here.")
        node = Operation(sign, (left.node, right.node))
        return replace(left, node=node, optional=left.optional or right.optional)

    def _sign(self, signs: tuple[str, ...]) -> str | None:
        sign = self._token["sign"]
        if sign not in signs:
            return None
        self._take(self._token.end())
        return str(sign)

    def _take(self, at: int) -> None:
        self._token = next(_TOKEN.finditer(self._text, at))  # the end is a token too
        self._at = self._token.start(str(self._token.lastgroup))


def _chosen(part: _Part, other: _Part) -> _Part:
    """A text beside an enum as one of its values."""
    if not (other.choices and isinstance(part.node, Constant) and part.kind == "text"):
        return part
    if part.node.value not in other.choices:
        what = f"`{part.node.value}` is no value of it."
        raise _Mistake(part.at, what, correction(str(part.node.value), other.choices))
    return replace(part, kind="enum")


def _hint(left: _Part, right: _Part) -> str:
    kinds = {left.kind, right.kind}
    if kinds == {"date", "datetime"}:
        return "A day goes with `today`, a moment with `now`."
    return "Put the value in quotes." if "enum" in kinds else ""


def _a(part: _Part) -> str:
    names = {"bool": "a truth", "date": "a day", "datetime": "a moment", "enum": "a choice"}
    return names.get(part.kind, f"a {part.kind}")
