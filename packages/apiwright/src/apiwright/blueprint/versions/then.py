"""A blueprint as clients of an older version know it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap
from apiwright.blueprint.versions.version import sooner

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.model import Blueprint, Field, Link, Listing, Resource
    from apiwright.blueprint.rules.rule import Rule, Where
    from apiwright.blueprint.versions.version import OlderShape, OlderVersion

    Named = TypeVar("Named", Field, Link)
    Names = Mapping[str, str]


def as_of(blueprint: Blueprint, version: OlderVersion) -> Blueprint:
    """What the clients of an older version may take for the whole page."""
    shapes = {each.name: version.shape(each.name) for each in blueprint.resources}
    absent = {each.nouns for each in blueprint.resources if shapes[each.name].is_absent}
    return replace(
        blueprint,
        api=version.name,
        versions=(),
        resources=tuple(
            replace(reshaped(each, shapes[each.name]), terms=sooner(each.terms, version.terms))
            for each in blueprint.resources
            if each.nouns not in absent
        ),
        endpoints=tuple(
            replace(each, terms=sooner(each.terms, version.terms))
            for each in blueprint.endpoints
            if each.domain not in absent
        ),
    )


def reshaped(resource: Resource, shape: OlderShape) -> Resource:
    """A resource with the names of then, and without what it did not have."""
    then, gone = dict(shape.was), {*shape.without}
    if not (then or gone):
        return resource
    return replace(
        resource,
        fields=_kept(resource.fields, then, gone),
        links=_kept(resource.links, then, gone),
        computed=_kept(resource.computed, then, gone),
        listing=_listing(resource.listing, then, gone),
        unique=tuple(_names(group, then) for group in resource.unique),
        together=tuple(_names(group, then) for group in resource.together),
        rules=tuple(_rule(rule, then) for rule in resource.rules),
        actions=tuple(_action(action, then) for action in resource.actions),
        tree=then.get(resource.tree, resource.tree),
    )


def _kept(every: Iterable[Named], then: Names, gone: set[str]) -> tuple[Named, ...]:
    return tuple(
        replace(each, name=then.get(each.name, each.name))
        for each in every
        if each.name not in gone
    )


def _names(names: Iterable[str], then: Names) -> tuple[str, ...]:
    return tuple(then.get(name, name) for name in names)


def _listing(listing: Listing, then: Names, gone: set[str]) -> Listing:
    filters = (each for each in listing.filters if each.field not in gone)
    return replace(
        listing,
        filters=tuple(replace(each, field=then.get(each.field, each.field)) for each in filters),
        sort=_names((name for name in listing.sort if name not in gone), then),
    )


def _action(action: Action, then: Names) -> Action:
    return replace(
        action,
        needs=_names(action.needs, then),
        body=_kept(action.body, then, set()),
        moves=tuple(replace(each, field=then.get(each.field, each.field)) for each in action.moves),
        sets=tuple(replace(each, field=then.get(each.field, each.field)) for each in action.sets),
    )


def _rule(rule: Rule, then: Names) -> Rule:
    match rule:
        case Comparison(left, operator, right):
            return Comparison(then.get(left, left), operator, then.get(right, right))
        case AtMost(most, per, where):
            return AtMost(most, then.get(per, per), _where(where, then))
        case NoOverlap(start, end, per, where):
            named = then.get(per, per) if per else per
            ends = then.get(start, start), then.get(end, end)
            return NoOverlap(*ends, named, _where(where, then))


def _where(where: Where, then: Names) -> Where:
    return tuple((then.get(field, field), value) for field, value in where)
