"""Members that one schema alone has: what bounds them stands in their line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.access.access import NO_ACCESS
from apiwright.blueprint.model import Resource
from apiwright.build.grow.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Field


@dataclass(frozen=True)
class Inline(Column):
    """A field of an endpoint; `resource` stands for the schema that has it."""

    @cached_property
    def type(self) -> str:
        """Its annotation in a schema, without `None`."""
        return self.bounded()

    @property
    def parameter(self) -> str:
        """Its line among the parameters of a route."""
        return f"{self.name}: {self.bounded('Path')}"


def inline(blueprint: Blueprint, schema: str, fields: Iterable[Field]) -> list[Inline]:
    """The members of a schema of this name."""
    stands = Resource(schema, names.snake(schema), "", tuple(fields), NO_ACCESS)
    return [Inline(blueprint, stands, field) for field in stands.fields]


def parameters(blueprint: Blueprint, endpoint: OwnEndpoint) -> list[Inline]:
    """What the path of an endpoint holds."""
    return inline(blueprint, f"{names.pascal(endpoint.name)}Path", endpoint.parameters)
