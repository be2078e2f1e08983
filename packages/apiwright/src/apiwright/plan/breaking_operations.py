"""What breaks clients of one version of the API as it was, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import searched
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.fields.values import plain
from apiwright.blueprint.model import ACCOUNT
from apiwright.plan.breaking_actions import acting
from apiwright.plan.breaking_fields import guarding
from apiwright.plan.breaking_rules import ruling
from apiwright.plan.callers import callers
from apiwright.plan.endpoint import WITH_INCLUDES
from apiwright.plan.exports import lost_formats
from apiwright.plan.files import narrower
from apiwright.plan.histories import lost_audit
from apiwright.plan.operations import operations
from apiwright.plan.relations import broken_relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.plan.endpoint import Endpoint


def broken(before: Blueprint, after: Blueprint) -> Iterator[str]:
    """One sentence for each thing that a client of `before` may count on and `after` refuses.

    Both are taken for one version, whatever their paths start with.
    """
    yield from _endpoints(before, after)
    kept = {resource.name: resource for resource in after.resources}
    for was in before.resources:
        if now := kept.get(was.name):
            yield from _listing(was, now)
            yield from _fields(was, now)
            yield from guarding(was, now, before, after)
            yield from acting(was, now)
            yield from ruling(was, now)
            yield from broken_relations(was, now)
            yield from _computed(was, now)
            yield from lost_formats(was, now)
            yield from lost_audit(was, now)


def _endpoints(before: Blueprint, after: Blueprint) -> Iterator[str]:
    kept = {str(endpoint): endpoint for endpoint in operations(after)}
    for was in operations(before):
        now = kept.get(str(was))
        if now is None:
            yield f"`{was}` is gone."
            continue
        if callers(was.access, before) - callers(now.access, after):
            yield f"`{was}` is for `{now.access}` now; it was for `{was.access}`."
        if _bare(was) != _bare(now):
            yield f"`{was}` answers `{now.answer}` now; it answered `{was.answer}`."


def _bare(endpoint: Endpoint) -> str:
    """Its answer without includes, which callers have only if they ask."""
    return endpoint.answer.replace(WITH_INCLUDES, "Read")


def _listing(was: Resource, now: Resource) -> Iterator[str]:
    if not (was.access.list and now.access.list):
        return
    lists = f"`GET {now.path}`"
    kept = {found.field: found.operators for found in now.listing.filters}
    for found in was.listing.filters:
        for operator in found.operators:
            if operator not in kept.get(found.field, ()):
                yield f"{lists} no longer filters `{found.field}` by `{operator}`."
    for name in was.listing.sort:
        if name not in now.listing.sort:
            yield f"{lists} no longer sorts by `{name}`."
    for column in searched(was):
        if column not in searched(now):
            yield f"{lists} no longer searches `{column}`."
    if now.listing.page_maximum < was.listing.page_maximum:
        yield f"{lists} gives at most {now.listing.page_maximum} rows a page now."


def _fields(was: Resource, now: Resource) -> Iterator[str]:
    old = {field.column: field for field in was.fields}
    new = {field.column: field for field in now.fields}
    for column, field in old.items():
        name = f"`{was.name}.{column}`"
        if column not in new and column in {each.name for each in now.computed}:
            yield f"{name} is worked out now: bodies must not have it."
        elif column not in new and field.is_file:
            yield f"{name} is gone: answers do not have it."
        elif column not in new:
            yield f"{name} is gone: bodies must not have it, answers do not."
        elif not _is_same_kind(field, kept := new[column]):
            now_is, was_is = kept.target or kept.type, field.target or field.type
            yield f"{name} is `{now_is}` now; it was `{was_is}`."
        else:
            yield from (f"{name} {change}." for change in _changes(was, field, kept))
    for column, field in new.items():
        is_news = column not in old or not old[column].is_asked
        if _is_created(was) and field.is_asked and is_news:
            yield f"`{was.name}.{column}` is needed in new rows."


def _computed(was: Resource, now: Resource) -> Iterator[str]:
    """What answers no longer have, or have otherwise, of what is worked out."""
    new = {field.column: field for field in (*now.fields, *now.computed)}
    for field in was.computed:
        name, kept = f"`{was.name}.{field.name}`", new.get(field.name)
        if kept is None or kept.write_only:
            yield f"{name} is gone: answers do not have it."
        elif not _is_same_kind(field, kept):
            yield f"{name} is `{kept.type}` now; it was `{field.type}`."
        elif kept.optional and not field.optional:
            yield f"{name} may be null in answers."


def _is_same_kind(was: Field, now: Field) -> bool:
    """Whether JSON has both alike."""
    if was.item and now.item:
        return _is_same_kind(was.item, now.item)
    return _shape(was) == _shape(now) and was.target == now.target


def _shape(field: Field) -> str:
    return "list" if field.item else type_of(field).python


def _changes(resource: Resource, was: Field, now: Field) -> Iterator[str]:
    if was.is_file:
        yield from narrower(was, now)
    elif _is_written(resource) and not was.read_only:
        yield from _refusals(was, now)
    if now.write_only and not was.write_only:
        yield "is no longer in answers"
    elif now.optional and not (was.optional or now.write_only):
        yield "may be null in answers"


def _is_created(resource: Resource) -> bool:
    """Whether clients send new rows; who opens an account sends a `User`, and its tenant."""
    begins = resource.tenancy is not None and resource.tenancy.is_tenant
    return begins or resource.access.create is not None or resource.name == ACCOUNT


def _is_written(resource: Resource) -> bool:
    return resource.access.update is not None or _is_created(resource)


def _refusals(was: Field, now: Field) -> Iterator[str]:
    """What bodies can no longer say in a field."""
    if was.item and now.item:
        yield from (f"{change} in each item" for change in _refusals(was.item, now.item))
    if now.read_only:
        yield "can no longer be set"
        return
    if was.optional and not now.optional:
        yield "must not be null"
    if now.minimum is not None and (was.minimum is None or now.minimum > was.minimum):
        yield f"has a minimum of {plain(now.minimum)}"
    if now.maximum is not None and (was.maximum is None or now.maximum < was.maximum):
        yield f"has a maximum of {plain(now.maximum)}"
    if now.pattern and now.pattern != was.pattern:
        yield f"must match `{now.pattern}`"
    if gone := [choice for choice in was.choices if choice not in now.choices]:
        yield f"must not be {' or '.join(f'`{choice}`' for choice in gone)}"
    if _room(now) < _room(was) or (now.places or 0) < (was.places or 0):
        yield f"has at most {now.digits} digits, {now.places} of them after the point"
    if now.unique and not was.unique:
        yield "must be unique"


def _room(field: Field) -> int:
    """Digits before the point of a decimal."""
    return (field.digits or 0) - (field.places or 0)
