"""What breaks clients of one version of the API as it was, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import searched
from apiwright.blueprint.model import ACCOUNT
from apiwright.plan.breaking_actions import acting
from apiwright.plan.breaking_fields import guarding
from apiwright.plan.breaking_own import asking
from apiwright.plan.breaking_rules import ruling
from apiwright.plan.breaking_values import is_same_kind, refusals, surprises
from apiwright.plan.callers import callers
from apiwright.plan.endpoint import WITH_INCLUDES
from apiwright.plan.exports import lost_formats
from apiwright.plan.files import narrower
from apiwright.plan.histories import lost_audit
from apiwright.plan.operations import operations
from apiwright.plan.relations import broken_relations
from apiwright.plan.staying import same_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.plan.endpoint import Endpoint


def broken(before: Blueprint, after: Blueprint) -> Iterator[str]:
    """One sentence for each thing that a client of `before` may count on and `after` refuses.

    Both are taken for one version, whatever their paths start with.
    """
    yield from _endpoints(before, after)
    yield from asking(before, after)
    kept = {resource.name: resource for resource in after.resources}
    for was in before.resources:
        if now := kept.get(was.name):
            yield from _listing(was, now)
            yield from _fields(was, now, after)
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


def _fields(was: Resource, now: Resource, after: Blueprint) -> Iterator[str]:
    called = {old.column: new.column for old, new in same_fields(was, now, after)}
    new = {field.column: field for field in now.fields}
    worked_out = {each.name for each in now.computed}
    for field in was.fields:
        name = f"`{was.name}.{field.column}`"
        kept = new.get(called.get(field.column, field.column))
        if kept and kept.column != field.column:
            yield f"{name} is called `{kept.column}` now, in bodies and answers."
        if kept is None and field.column in worked_out:
            yield f"{name} is worked out now: bodies must not have it."
        elif kept is None and field.is_file:
            yield f"{name} is gone: answers do not have it."
        elif kept is None:
            yield f"{name} is gone: bodies must not have it, answers do not."
        elif not is_same_kind(field, kept):
            now_is, was_is = kept.target or kept.type, field.target or field.type
            yield f"{name} is `{now_is}` now; it was `{was_is}`."
        else:
            yield from (f"{name} {change}." for change in _changes(was, field, kept))
    former = {called.get(field.column, field.column): field for field in was.fields}
    for column, field in new.items():
        is_news = column not in former or not former[column].is_asked
        if _is_created(was) and field.is_asked and is_news:
            yield f"`{was.name}.{column}` is needed in new rows."


def _computed(was: Resource, now: Resource) -> Iterator[str]:
    """What answers no longer have, or have otherwise, of what is worked out."""
    new = {field.column: field for field in (*now.fields, *now.computed)}
    for field in was.computed:
        name, kept = f"`{was.name}.{field.name}`", new.get(field.name)
        if kept is None or kept.write_only:
            yield f"{name} is gone: answers do not have it."
        elif not is_same_kind(field, kept):
            yield f"{name} is `{kept.type}` now; it was `{field.type}`."
        elif kept.optional and not field.optional:
            yield f"{name} may be null in answers."


def _changes(resource: Resource, was: Field, now: Field) -> Iterator[str]:
    if was.is_file:
        yield from narrower(was, now)
    elif _is_written(resource) and not was.read_only:
        yield from _sending(was, now)
    if now.write_only and not was.write_only:
        yield "is no longer in answers"
    elif not now.write_only:
        yield from surprises(was, now)


def _sending(was: Field, now: Field) -> Iterator[str]:
    """What bodies can no longer say in a field."""
    if now.read_only:
        yield "can no longer be set"
        return
    yield from refusals(was, now)
    if now.unique and not was.unique:
        yield "must be unique"


def _is_created(resource: Resource) -> bool:
    """Whether clients send new rows; who opens an account sends a `User`, and its tenant."""
    begins = resource.tenancy is not None and resource.tenancy.is_tenant
    return begins or resource.access.create is not None or resource.name == ACCOUNT


def _is_written(resource: Resource) -> bool:
    return resource.access.update is not None or _is_created(resource)
