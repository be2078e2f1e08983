"""What grows of endpoints may import, in any file; ruff takes away what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.build.grow.imports import TYPES
from apiwright.build.grow.own.inline import parameters
from apiwright.build.grow.own.schemas import schema_names
from apiwright.build.grow.retirement import IMPORTS as RETIREMENT
from apiwright.plan.own import answer_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint

_ALWAYS = (
    *TYPES,
    *RETIREMENT,
    "from fastapi import Path, Query",
    "from keel.problems import BadRequest, Conflict, NotFound, Unwritten, answers",
)


def own_imports(blueprint: Blueprint, endpoints: Iterable[OwnEndpoint]) -> list[str]:
    """What routes and services of these endpoints may need."""
    lines = [*_ALWAYS]
    for each in endpoints:
        here = f"from {blueprint.package}.{each.domain}"
        enums = [it.plain for it in parameters(blueprint, each) if it.field.choices]
        lines += [f"{here}.schemas import {name}" for name in (*schema_names(each), *enums)]
        lines.append(f"{here}.policy import {names.constant(each.name)}")
        if each.returns and each.returns.resource:
            nouns = blueprint.nouns(each.returns.resource)
            lines.append(f"from {blueprint.package}.{nouns}.schemas import {answer_schema(each)}")
        for row in each.rows:
            nouns, name = blueprint.nouns(str(row.target)), row.target
            lines.append(f"from {blueprint.package}.{nouns}.repository import {name}Repository")
    return lines
