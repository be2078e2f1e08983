"""An action where it stands: the names and types that its route, schema and method share."""

import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword
from textwrap import indent

from apiwright.blueprint.actions.action import Action
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.columns import Column
from apiwright.build.grow.rename import Noun
from apiwright.build.grow.text import docstring

_TAKEN = {*dir(builtins), "body", "now", "self", "today", "uuid4"}


@dataclass(frozen=True)
class Deed:
    """An action of a resource of a blueprint."""

    blueprint: Blueprint
    resource: Resource
    action: Action

    @property
    def phrase(self) -> str:
        """What it does, in words: `publish a book`."""
        _, one, many, *_ = Noun(self.resource.name, self.resource.nouns).phrases
        return f"{self.action.name.replace('_', ' ')} {many if self.action.on_collection else one}"

    @property
    def row(self) -> str:
        """The variable that holds the row."""
        noun = self.resource.noun
        return "row" if iskeyword(noun) or noun in _TAKEN else noun

    @property
    def parameters(self) -> list[str]:
        """What route and method take, each with its type."""
        row = [] if self.action.on_collection else [f"{self.resource.noun}_id: UUID"]
        schema = self.action.body_class(self.resource)
        return [*row, f"body: {schema}"] if self.action.body else row

    @property
    def answer(self) -> str:
        """What route and method return."""
        if self.action.returns is None:
            return "None"
        schema = f"{self.action.returns}Read"
        return f"list[{schema}]" if self.action.is_list else schema

    @property
    def is_told(self) -> bool:
        """Whether the page says all that it does."""
        return self.action.is_told(self.resource)

    @property
    def written(self) -> list[Field]:
        """What callers send that columns of its name take."""
        columns = {field.name for field in self.resource.fields}
        return [field for field in self.action.body if field.name in columns]

    @property
    def left(self) -> list[Field]:
        """What callers send that is left to logic of the owner's."""
        return [field for field in self.action.body if field not in self.written]

    @property
    def needs(self) -> str:
        """The columns that must have a value, as the items of a tuple."""
        return "".join(f'"{self.column(name).name}", ' for name in self.action.needs)

    @property
    def imports(self) -> Iterator[str]:
        """What its lines may need from other modules."""
        package, own = self.blueprint.package, self.resource
        if answered := self.action.returns:
            domain = f"{package}.{self.blueprint.nouns(answered)}"
            yield f"from {domain}.schemas import {answered}Read"
        if self.action.body:
            yield f"from {package}.{own.nouns}.schemas import {self.action.body_class(own)}"
        for field in own.fields:
            if field.choices:
                yield f"from {package}.{own.nouns}.models import {self.column(field.name).plain}"

    def column(self, name: str) -> Column:
        """A field of the row as grown lines have it."""
        return Column(self.blueprint, self.resource, self.resource.field(name))

    def docstring(self, margin: int) -> str:
        """What it does, quoted for a function whose body has this margin."""
        summary = f"{self.phrase[0].upper()}{self.phrase[1:]}."
        return indent(docstring(self.action.about or summary, summary, margin), "    ")


def deeds(blueprint: Blueprint, resource: Resource) -> list[Deed]:
    """The actions of a resource, as written."""
    return [Deed(blueprint, resource, action) for action in resource.actions]
