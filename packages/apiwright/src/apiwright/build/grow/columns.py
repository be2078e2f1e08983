"""One field of a resource, as the lines that models and schemas have for it."""

import builtins
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from apiwright.blueprint import names
from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.fields.types import SYMBOLS, annotation, type_of
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.origins import FACTORIES
from apiwright.build.grow.text import ROOM, literal, raw
from apiwright.plan.tables import indexes, uniques

_TAKEN = {
    *SYMBOLS,
    *dir(builtins),
    *("Annotated", "Literal", "MISSING", "Field", "NewPassword", "Role"),
    *("Input", "Output", "PageQuery", "CursorQuery", "Part", "Words"),
}
_SUFFIXES = ("", "Create", "Update", "Read", "Query", "Selection", "Deleted")


@dataclass(frozen=True)
class Column:
    """A field where it stands; the names of its classes depend on its resource.

    Attributes:
        listed_in: The column whose items are so, if it is none itself.
    """

    blueprint: Blueprint
    resource: Resource
    field: Field
    listed_in: str = ""

    @property
    def name(self) -> str:
        """What the model's attribute and the JSON member are called."""
        return self.field.column

    @property
    def plain(self) -> str:
        """Its annotation without constraints: `str`, or `BookFormat` for an enum."""
        if self.resource.is_account and self.name == "role":
            return "Role"
        return annotation(self.resource, self.field)

    @property
    def enum(self) -> str:
        """The class of its values; nothing for other types than enum."""
        members = [f"    {names.constant(word)} = {word!r}" for word in self.field.choices]
        said = f'    """Values of `{self.resource.name}.{self.listed_in or self.name}`."""'
        return "\n".join([f"class {self.plain}(StrEnum):", said, "", *members]) if members else ""

    @property
    def model(self) -> str:
        """Its line in the class of the table; indexes over several columns stand elsewhere."""
        field, kind = self.field, type_of(self.field)
        said = self._preset | kind.model(field)
        if field.choices:
            said["sa_type"] = f"choice({self.plain})"
        if field.target:
            said["foreign_key"] = f'"{self.blueprint.nouns(field.target)}.id"'
            said["ondelete"] = f'"{field.on_delete.upper()}"'
        if (self.name,) in uniques(self.resource) and not self.resource.soft_delete:
            said["unique"] = "True"
        if (self.name,) in indexes(self.resource):
            said["index"] = "True"
        if self.item:
            said["sa_type"] = f"list_of({self.item.stored})"
        said |= self._unseen
        stored = self._or_none(self.stored)
        if said.keys() <= {"default"}:
            return " = ".join([f"{self.name}: {stored}", *said.values()])
        return f"{self.name}: {stored} = Field({arguments(said)})"

    @property
    def bare(self) -> str:
        """Its annotation in schemas, without constraints of its own."""
        return f"list[{self.item.type}]" if self.item else self.plain

    @property
    def stored(self) -> str:
        """Its annotation in the model, without `None`."""
        return (
            f"list[{self.item.stored}]" if self.item else type_of(self.field).stored or self.plain
        )

    @property
    def shown(self) -> str:
        """Its annotation in answers, without `None` and without bounds."""
        return f"list[{self.item.shown}]" if self.item else type_of(self.field).shown or self.stored

    @cached_property
    def item(self) -> "Column | None":
        """What each item is, of a list."""
        item = self.field.item
        return replace(self, field=item, listed_in=self.name) if item else None

    def bounded(self, call: str = "Field") -> str:
        """Its annotation in schemas, with what bounds it where it stands."""
        said = arguments(self._constraints)
        return f"Annotated[{self.bare}, {call}({said})]" if said else self.bare

    @property
    def alias(self) -> str:
        """The line that names its type in schemas; nothing if the plain type says it all."""
        return f"{self.type} = {self.bounded()}" if self._constraints else ""

    @property
    def create(self) -> str:
        """Its line in the body that creates."""
        return self.update if self.field.origin == "caller" else self._asked(self.type)

    def _asked(self, plain: str) -> str:
        """Its line in a body, with what it is where nobody says."""
        preset = self._preset | self._unseen
        # A bare list is one that ruff takes for the class's own.
        is_plain = preset.keys() == {"default"} and not preset["default"].startswith("[")
        default = preset["default"] if is_plain else f"Field({arguments(preset)})"
        return f"{self.name}: {self._or_none(plain)}{f' = {default}' if preset else ''}"

    @property
    def update(self) -> str:
        """Its line in the body that updates."""
        return self._maybe(self.type)

    def _maybe(self, plain: str) -> str:
        """Its line where it may be absent."""
        default = "MISSING"
        if self._unseen:
            default = f"Field({arguments({'default': default} | self._unseen)})"
        return f"{self.name}: {self._or_none(f'{plain} | MISSING')} = {default}"

    @property
    def read(self) -> str:
        """Its line in the answer; without bounds, for what is stored must stay readable."""
        shown = self.shown
        if self._words:
            shown = f"Annotated[{shown}, Field({arguments(self._words)})]"
        return self._maybe(shown) if self.field.read else f"{self.name}: {self._or_none(shown)}"

    def query(self, operator: str) -> str:
        """Its line among the parameters of a list, for one way to filter by it."""
        name = self.name if operator == "eq" else f"{self.name}__{operator}"
        asked = self.item.type if self.item else self.type
        return f"{name}: {_OPERANDS.get(operator, '{}').format(asked)} | None = None"

    def source(self, value: object) -> str:
        """One of its values as an expression."""
        if self.item and isinstance(value, list):
            return f"[{', '.join(map(self.item.source, cast('list[object]', value)))}]"
        if self.field.choices and isinstance(value, str):
            return f"{self.plain}.{names.constant(value)}"
        return _source(value)

    @property
    def inline(self) -> str:
        """Its line in the body of an action, with its constraints where it stands."""
        return self._asked(self.bounded())

    @cached_property
    def type(self) -> str:
        """Its annotation in schemas, without `None`."""
        if not self._constraints:
            return self.bare
        name = names.pascal(self.name)
        while name in self._taken:
            name = self.resource.name + name
        return name

    @cached_property
    def _constraints(self) -> dict[str, str]:
        field = self.field
        # Bounds of a decimal that are whole read better as they were written.
        said = {
            name: re.sub(r'Decimal\("(-?\d+)"\)', r"\1", value)
            for name, value in type_of(field).schema(field).items()
        }
        if field.pattern:
            said["pattern"] = literal(field.pattern, raw)
        return said | self._words

    @property
    def _words(self) -> dict[str, str]:
        """What its documentation says."""
        field = self.field
        said = {"description": literal(field.about)} if field.about else {}
        if field.example is not None:
            said["examples"] = f"[{_source(values.plain(field.example))}]"
        return said

    @property
    def _taken(self) -> set[str]:
        """What else is called something where its own type is named."""
        fields = self.resource.fields
        return {
            *_TAKEN,
            *(self.resource.name + suffix for suffix in _SUFFIXES),
            *(annotation(self.resource, it) for it, _ in scalars(fields, ()) if it.choices),
            *(names.pascal(field.column) for field in fields if field is not self.field),
        }

    @property
    def _preset(self) -> dict[str, str]:
        """What a row has where nobody says, as an argument of `Field`."""
        field = self.field
        if field.origin in FACTORIES:
            return {"default_factory": FACTORIES[field.origin]}
        is_preset = field.optional or (field.has_default and field.origin is None)
        return {"default": self.source(field.default)} if is_preset else {}

    @property
    def _unseen(self) -> dict[str, str]:
        """What keeps a sensitive value out of every `repr`, and so out of logs."""
        return {"repr": "False"} if self.field.sensitive else {}

    def _or_none(self, type_: str) -> str:
        return f"{type_} | None" if self.field.optional else type_


def columns(blueprint: Blueprint, resource: Resource) -> tuple[Column, ...]:
    """The columns of a resource as written, without those that every model has."""
    return tuple(Column(blueprint, resource, field) for field in resource.fields)


def with_items(every: Iterable[Column]) -> Iterator[Column]:
    """Columns, with the items of each that holds a list before it."""
    for column in every:
        if column.item:
            yield column.item
        yield column


_OPERANDS = {
    "contains": "Part",
    "startswith": "Part",
    "in": "Annotated[list[{}], Field(max_length=100)]",
    "is_null": "bool",
}


def _source(value: object, room: int = ROOM) -> str:
    """A value as source; its texts are in pieces of `room` columns, fewer the deeper they stand."""
    within = room - 4
    match value:
        case str():
            return literal(value, room=room)
        case dict():
            members = cast("dict[str, object]", value).items()
            said = (f"{key!r}: {_source(each, within - len(key))}" for key, each in members)
            return f"{{{', '.join(said)}}}"
        case list():
            items = cast("list[object]", value)
            return f"[{', '.join(_source(each, within) for each in items)}]"
        case _:
            return values.source(value)


def arguments(said: Mapping[str, str]) -> str:
    """The arguments of a call."""
    return ", ".join(f"{name}={value}" for name, value in said.items())
