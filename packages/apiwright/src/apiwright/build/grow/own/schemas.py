"""Schemas of endpoints: what they take and what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.grow.columns import with_items
from apiwright.build.grow.own.inline import inline, parameters
from apiwright.plan.own import answer_schema, body_schema, query_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint
    from apiwright.build.grow.own.inline import Inline

IMPORTS = (
    "from enum import StrEnum",
    "from typing import Annotated",
    "from keel.data import Input, Output",
    "from pydantic import Field",
)


def schema_names(endpoint: OwnEndpoint) -> list[str]:
    """The schemas that the endpoint has of its own."""
    has_own = endpoint.returns and endpoint.returns.fields
    answer = answer_schema(endpoint) if has_own else None
    found = (query_schema(endpoint), body_schema(endpoint), answer)
    return [name for name in found if name]


def schemas(blueprint: Blueprint, endpoints: Iterable[OwnEndpoint]) -> str:
    """The classes of these endpoints, enums of their values in front."""
    return "\n\n\n".join(part for each in endpoints for part in _parts(blueprint, each))


def _parts(blueprint: Blueprint, endpoint: OwnEndpoint) -> Iterator[str]:
    yield from (each.enum for each in parameters(blueprint, endpoint) if each.enum)
    if name := query_schema(endpoint):
        members = inline(blueprint, name, endpoint.query)
        said = f"What to ask of `{endpoint}`."
        yield from _class(f"{name}(Input)", said, members, [each.create for each in members])
    if name := body_schema(endpoint):
        members = inline(blueprint, name, endpoint.body)
        said = f"What `{endpoint}` takes."
        yield from _class(f"{name}(Input)", said, members, [each.create for each in members])
    if endpoint.returns and endpoint.returns.fields:
        name = str(answer_schema(endpoint))
        members = inline(blueprint, name, endpoint.returns.fields)
        said = f"What `{endpoint}` answers."
        yield from _class(f"{name}(Output)", said, members, [each.read for each in members])


def _class(head: str, said: str, members: list[Inline], lines: list[str]) -> Iterator[str]:
    yield from (member.enum for member in with_items(members) if member.enum)
    body = "\n".join(f"    {line}" for line in lines)
    yield f'class {head}:\n    """{said}"""\n\n{body}'
