"""Fields of a schema, with the bounds that it declares for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import MISSING, AfterValidator, BaseModel, EmailStr
from pydantic.fields import FieldInfo

from keel.data.types.codes import Codes


@dataclass(frozen=True, slots=True)
class Field:
    """What a schema says about one field; a bound that it does not set is `None`.

    Attributes:
        kind: The type without `None`, `MISSING` and annotations; `str` for an e-mail.
        ge: The least value; `gt` the value that it must exceed.
        le: The greatest value; `lt` the value that it must stay under.
        shortest: The least length, in characters or items.
        longest: The greatest length, in characters or items.
        digits: How many decimal digits a number may have in all; `places`, after the point.
        format: What JSON Schema calls the form of a string: `email`, `uri`.
        codes: All that exist, of a standard's codes.
        item: What each item of a list must meet.
    """

    name: str
    kind: Any
    required: bool
    nullable: bool
    ge: Any = None
    gt: Any = None
    le: Any = None
    lt: Any = None
    shortest: int | None = None
    longest: int | None = None
    pattern: str | None = None
    digits: int | None = None
    places: int | None = None
    format: str | None = None
    examples: tuple[Any, ...] = ()
    codes: tuple[str, ...] = ()
    item: "Field | None" = None

    def __str__(self) -> str:
        return self.name

    def is_a(self, *kinds: type) -> bool:
        """Whether values are instances of one of `kinds`."""
        return isinstance(self.kind, type) and issubclass(self.kind, kinds)

    @property
    def choices(self) -> tuple[Any, ...]:
        """The only values there are, for an enum or a `Literal`."""
        if get_origin(self.kind) is Literal:
            return get_args(self.kind)
        if not self.is_a(Enum):
            return ()
        members: Iterable[Enum] = self.kind
        return tuple(member.value for member in members)


_BOUNDS: dict[type, tuple[str, str]] = {
    Ge: ("ge", "ge"),
    Gt: ("gt", "gt"),
    Le: ("le", "le"),
    Lt: ("lt", "lt"),
    MinLen: ("min_length", "shortest"),
    MaxLen: ("max_length", "longest"),
}
_GENERAL_BOUNDS = {"pattern": "pattern", "max_digits": "digits", "decimal_places": "places"}


_KNOWN: dict[type[BaseModel], tuple[Field, ...]] = {}  # every sample asks, and JSON Schemas cost


def fields_of(schema: type[BaseModel]) -> tuple[Field, ...]:
    """Every field of `schema`, in its order."""
    if schema not in _KNOWN:
        _KNOWN[schema] = tuple(_fields(schema))
    return _KNOWN[schema]


def _fields(schema: type[BaseModel]) -> Iterator[Field]:
    described: dict[str, Any] = schema.model_json_schema().get("properties", {})
    for name, info in schema.model_fields.items():
        yield _field(name, info, described[name])


def _field(name: str, info: FieldInfo, described: dict[str, Any]) -> Field:
    kind, marks = _unfold(info.annotation)
    return Field(
        name=name,
        kind=kind,
        required=info.is_required(),
        nullable=NoneType in _arms(info.annotation),
        format=_said("format", described),
        # What must differ in a list names rows, and what rows there are no schema says.
        item=None if _said("uniqueItems", described) else _item(name, kind, described),
        **_all_facts([info, *marks]),
    )


def _item(name: str, kind: Any, described: dict[str, Any]) -> Field | None:
    if get_origin(kind) is not list:
        return None
    inner, marks = _unfold(*get_args(kind))
    items: dict[str, Any] = _said("items", described) or {}
    return Field(
        name,
        inner,
        required=True,
        nullable=False,
        format=items.get("format"),
        **_all_facts(marks),
    )


def _said(word: str, described: dict[str, Any]) -> Any:
    arms = described.get("anyOf", [described])
    return next((arm[word] for arm in arms if word in arm), None)


def _all_facts(marks: Iterable[Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for mark in _flat(marks):
        facts |= _facts(mark)
    return facts


def _arms(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _unfold(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The plain type inside unions with `None` or `MISSING`, and what annotates it."""
    arms = [arm for arm in _arms(annotation) if arm is not NoneType and arm is not MISSING]
    if len(arms) != 1:
        return object, ()
    if arms[0] is EmailStr:
        return str, ()
    if get_origin(arms[0]) is not Annotated:
        return arms[0], ()
    inner, *marks = get_args(arms[0])
    kind, inner_marks = _unfold(inner)
    return kind, (*inner_marks, *_flat(marks))


def _flat(marks: Iterable[Any]) -> Iterator[Any]:
    for mark in marks:
        yield mark
        if isinstance(mark, FieldInfo):
            yield from mark.metadata


def _facts(mark: Any) -> dict[str, Any]:
    if isinstance(mark, FieldInfo):
        return {"examples": tuple(mark.examples)} if mark.examples else {}
    if isinstance(mark, AfterValidator) and isinstance(mark.func, Codes):
        return {"codes": tuple(sorted(mark.func.existing))}
    for kind, (source, target) in _BOUNDS.items():
        if isinstance(mark, kind):
            return {target: getattr(mark, source)}
    found = {to: getattr(mark, name, None) for name, to in _GENERAL_BOUNDS.items()}
    return {name: value for name, value in found.items() if value is not None}
