"""Parts of an expression: what each is, and what comes of two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from apiwright.blueprint.computed.model import Clock, Constant, Expression, Operation
from apiwright.blueprint.fields.types import MAX_BIG_INT
from apiwright.blueprint.model import Field
from apiwright.blueprint.page.spelling import correction

DIGITS = 15
"""The most digits of a number."""

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_EQUALITY = ("bool", "enum")
_NAMES = {
    "bool": "a truth",
    "date": "a day",
    "datetime": "a moment",
    "enum": "a choice",
    "time": "a time of day",
}
_MOST_PLACES = 8
_QUOTIENT_PLACES = 2
_LONGEST = 10_000


class Mistake(Exception):  # noqa: N818 - what it is
    """What is wrong with an expression, and where; what is known to be wrong has no words."""

    def __init__(self, at: int, what: str = "", advice: str = "") -> None:
        self.at, self.what, self.advice = at, what, advice
        super().__init__(at, what)


@dataclass(frozen=True, slots=True)
class Part:
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
        """Whether it is the same for every row."""
        return isinstance(self.node, Constant | Clock)

    def field(self) -> Field:
        """A field that holds it."""
        base = Field("", self.kind, optional=self.optional, read_only=True)
        if self.kind == "text":
            fits = self.length <= _LONGEST
            return replace(base, type="str" if fits else "text", maximum=self.length)
        if self.kind == "number" and self.places:
            return replace(base, type="decimal", digits=DIGITS, places=self.places)
        if self.kind == "number":
            return replace(base, type="int", minimum=-MAX_BIG_INT, maximum=MAX_BIG_INT)
        return base


def negative(at: int, part: Part) -> Part:
    """A part with its sign turned."""
    if part.kind != "number":
        raise Mistake(at, f"`-` needs a number, not {_a(part)}.")
    if isinstance(part.node, Constant) and not isinstance(part.node.value, str):
        return replace(part, node=Constant(-part.node.value), at=at)
    return replace(part, node=Operation("-", (part.node,)), at=at)


def joined(left: Part, right: Part) -> Part:
    """Two texts as one."""
    joined = _pair("+", left, right)
    return replace(joined, kind="text", length=left.length + right.length)


def worked(sign: str, left: Part, right: Part) -> Part:
    """What two numbers come to."""
    for part in (left, right):
        if part.kind != "number":
            other = right if part is left else left
            kinds = "numbers or two texts" if sign == "+" else "numbers"
            what = f"`{sign}` needs two {kinds}, not {_a(left)} and {_a(right)}."
            raise Mistake(part.at if other.kind == "number" else left.at, what)
    both = (left.places, right.places)
    places = sum(both) if sign == "*" else max(both)
    is_optional = left.optional or right.optional
    if sign == "/":
        places = max(places, _QUOTIENT_PLACES)
        if right.node == Constant(0):
            raise Mistake(right.at, "Nothing can be divided by zero.")
        is_optional = is_optional or not isinstance(right.node, Constant)
    if places > _MOST_PLACES:
        what = f"It would have {places} digits after the point; {_MOST_PLACES} is the most."
        raise Mistake(left.at, what, "Take factors out, or give fields fewer places.")
    found = _pair(sign, left, right)
    return replace(found, kind="number", places=places, optional=is_optional)


def compared(sign: str, left: Part, right: Part) -> Part:
    """Whether two parts compare so."""
    left, right = _chosen(left, right), _chosen(right, left)
    if left.kind != right.kind or not _is_one_enum(left, right):
        what = f"{_a(left).capitalize()} cannot be compared with {_a(right)}."
        raise Mistake(left.at, what, _hint(left, right))
    if left.kind in _EQUALITY and sign not in ("=", "!="):
        raise Mistake(left.at, f"`{sign}` means nothing for {_a(left)}.", "Write `=` or `!=`.")
    if left.is_constant and not right.is_constant:
        left, right, sign = right, left, _MIRRORED.get(sign, sign)
    found = _pair(sign, left, right)
    return replace(found, kind="bool", places=0, length=0, choices=())


def _pair(sign: str, left: Part, right: Part) -> Part:
    if left.is_constant and right.is_constant:
        raise Mistake(left.at, "Both sides are the same for every row.", "Work it out here.")
    node = Operation(sign, (left.node, right.node))
    return replace(left, node=node, optional=left.optional or right.optional)


def _chosen(part: Part, other: Part) -> Part:
    """A text beside an enum as one of its values."""
    if not (other.choices and isinstance(part.node, Constant) and part.kind == "text"):
        return part
    if part.node.value not in other.choices:
        what = f"`{part.node.value}` is no value of it."
        raise Mistake(part.at, what, correction(str(part.node.value), other.choices))
    return replace(part, kind="enum")


def _is_one_enum(left: Part, right: Part) -> bool:
    return not (left.choices and right.choices) or left.choices == right.choices


def _hint(left: Part, right: Part) -> str:
    kinds = {left.kind, right.kind}
    if kinds == {"date", "datetime"}:
        return "A day goes with `today`, a moment with `now`."
    return "Put the value in quotes." if "enum" in kinds else ""


def _a(part: Part) -> str:
    return _NAMES.get(part.kind, f"a {part.kind}")
