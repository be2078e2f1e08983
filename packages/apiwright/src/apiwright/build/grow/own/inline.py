"""Members that one schema alone has: what bounds them stands in their line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.model import Access, Resource
from apiwright.build.grow.columns import Column, arguments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.model import Blueprint, Field
    from apiwright.blueprint.own_endpoint import OwnEndpoint

_NOBODY = Access(list=None, read=None, create=None, update=None, delete=None)


@dataclass(frozen=True)
class Inline(Column):
    """A field of an endpoint; `resource` stands for the schema that has it."""

    @cached_property
    def type(self) -> str:
        """Its annotation in a schema, without `None`."""
        return self._bounded("Field")

    @property
    def parameter(self) -> str:
        """Its line among the parameters of a route."""
        return f"{self.name}: {self._bounded('Path')}"

    def _bounded(self, call: str) -> str:
        said = self._constraints
        return f"Annotated[{self.bare}, {call}({arguments(said)})]" if said else self.bare


def inline(blueprint: Blueprint, schema: str, fields: Iterable[Field]) -> list[Inline]:
    """The members of a schema of this name."""
    stands = Resource(schema, names.snake(schema), "", tuple(fields), _NOBODY)
    return [Inline(blueprint, stands, field) for field in stands.fields]


def parameters(blueprint: Blueprint, endpoint: OwnEndpoint) -> list[Inline]:
    """What the path of an endpoint holds."""
    return inline(blueprint, f"{names.pascal(endpoint.name)}Path", endpoint.parameters)
