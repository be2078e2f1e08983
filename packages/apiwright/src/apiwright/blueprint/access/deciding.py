"""The references that rules go by, from a row to the one that decides who may reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.chains import leading
from apiwright.blueprint.access.row_terms import read_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.access.chains import Chain
    from apiwright.blueprint.model import Blueprint, Resource


def deciding(blueprint: Blueprint) -> frozenset[tuple[str, str]]:
    """Each such reference: its resource and its name."""
    return frozenset(
        step
        for resource in blueprint.resources
        for rule in _rules(resource)
        for term in filter(None, map(read_term, {*rule.terms} - {*blueprint.roles}))
        for chain in leading(blueprint, resource, term)
        for step in _steps(chain, resource, blueprint)
    )


def _rules(resource: Resource) -> Iterator[Rule]:
    can = resource.access
    yield from filter(None, (can.list, can.read, can.create, can.update, can.delete))
    yield from filter(None, (action.by for action in resource.actions))
    yield from filter(
        None, (rule for field in resource.fields for rule in (field.read, field.write))
    )


def _steps(chain: Chain, resource: Resource, blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    name = resource.name
    for step in chain.steps:
        yield name, step
        name = str(blueprint.resource(name).field(step).target)
