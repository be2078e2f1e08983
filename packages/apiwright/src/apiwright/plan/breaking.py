"""What breaks clients of the API as it was, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.memberships import member_roles
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.row_terms import read_term
from apiwright.blueprint.types import type_of
from apiwright.blueprint.values import plain
from apiwright.plan.breaking_actions import acting
from apiwright.plan.breaking_rules import ruling
from apiwright.plan.contract import endpoints
from apiwright.plan.endpoint import WITH_INCLUDES
from apiwright.plan.exports import lost_formats
from apiwright.plan.relations import broken_relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.plan.contract import Endpoint


def breaking(before: Blueprint, after: Blueprint) -> tuple[str, ...]:
    """One sentence for each thing that a client of `before` may count on and `after` refuses."""
    return tuple(_sentences(before, after))


def _sentences(before: Blueprint, after: Blueprint) -> Iterator[str]:
    yield from _endpoints(before, after)
    kept = {resource.name: resource for resource in after.resources}
    for was in before.resources:
        if now := kept.get(was.name):
            yield from _listing(was, now)
            yield from _fields(was, now)
            yield from acting(was, now)
            yield from ruling(was, now)
            yield from broken_relations(was, now)
            yield from _computed(was, now)
            yield from lost_formats(was, now)


def _endpoints(before: Blueprint, after: Blueprint) -> Iterator[str]:
    kept = {str(endpoint): endpoint for endpoint in endpoints(after)}
    for was in endpoints(before):
        now = kept.get(str(was))
        if now is None:
            yield f"`{was}` is gone."
            continue
        if _callers(was.access, before) - _callers(now.access, after):
            yield f"`{was}` is for `{now.access}` now; it was for `{was.access}`."
        if _bare(was) != _bare(now):
            yield f"`{was}` answers `{now.answer}` now; it answered `{was.answer}`."


def _bare(endpoint: Endpoint) -> str:
    """Its answer without includes, which callers have only if they ask."""
    return endpoint.answer.replace(WITH_INCLUDES, "Read")


def _callers(rule: str, blueprint: Blueprint) -> frozenset[str]:
    """The kinds of callers that a rule admits, so that two rules can be compared as sets."""
    roles, terms = blueprint.roles, rule.split(" | ")
    weakest = min((roles.index(term) for term in terms if term in roles), default=len(roles))
    if not {"anyone", "signed in"} & {*terms} and weakest > 0:
        of_rows = (kind for term in terms for kind in _members(term, blueprint))
        return frozenset({*terms, *of_rows, *roles[weakest:]})
    known = {"owner", *roles, *_of_rows(blueprint)}
    return frozenset(known | ({"anyone"} if "anyone" in terms else set()))


def _of_rows(blueprint: Blueprint) -> frozenset[str]:
    """Every term about some rows that rules of a blueprint have, in every role."""
    rules = (endpoint.access for endpoint in endpoints(blueprint))
    terms = {term for rule in rules for term in rule.split(" | ") if read_term(term)}
    return frozenset(kind for term in terms for kind in (term, *_members(term, blueprint)))


def _members(said: str, blueprint: Blueprint) -> Iterator[str]:
    """The members that a term includes: those of its role and of later ones."""
    term = read_term(said)
    for resource in blueprint.resources if term and term.word == "member" else ():
        roles = member_roles(blueprint, resource.name)
        if term and (not term.role or term.role in roles):
            first = roles.index(term.role) if term.role else 0
            yield from (str(replace(term, role=role)) for role in roles[first:])


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
    if now.listing.page_maximum < was.listing.page_maximum:
        yield f"{lists} gives at most {now.listing.page_maximum} rows a page now."


def _fields(was: Resource, now: Resource) -> Iterator[str]:
    old = {field.column: field for field in was.fields}
    new = {field.column: field for field in now.fields}
    for column, field in old.items():
        name = f"`{was.name}.{column}`"
        if column not in new and column in {each.name for each in now.computed}:
            yield f"{name} is worked out now: bodies must not have it."
        elif column not in new:
            yield f"{name} is gone: bodies must not have it, answers do not."
        elif not _is_same_kind(field, kept := new[column]):
            now_is, was_is = kept.target or kept.type, field.target or field.type
            yield f"{name} is `{now_is}` now; it was `{was_is}`."
        else:
            yield from (f"{name} {change}." for change in _changes(was, field, kept))
    for column, field in new.items():
        is_news = column not in old or not _is_needed(old[column])
        if _is_created(was) and _is_needed(field) and is_news:
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
    if _is_written(resource) and not was.read_only:
        yield from _refusals(was, now)
    if now.write_only and not was.write_only:
        yield "is no longer in answers"
    elif now.optional and not (was.optional or now.write_only):
        yield "may be null in answers"


def _is_created(resource: Resource) -> bool:
    """Whether clients send new rows; everybody who opens an account sends a `User`."""
    return resource.access.create is not None or resource.name == ACCOUNT


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


def _is_needed(field: Field) -> bool:
    return not (field.optional or field.has_default or field.read_only)
