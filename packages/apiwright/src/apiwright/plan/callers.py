"""The kinds of callers that rules admit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.access.memberships import member_roles
from apiwright.blueprint.access.permissions import permission_of
from apiwright.blueprint.access.row_terms import read_term
from apiwright.plan.operations import operations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Blueprint


def callers(rule: str, blueprint: Blueprint) -> frozenset[str]:
    """The kinds of callers that a rule admits, so that two rules can be compared as sets."""
    roles, terms = blueprint.roles, rule.split(" | ")
    weakest = min((roles.index(term) for term in terms if term in roles), default=len(roles))
    if not {"anyone", "signed in"} & {*terms} and weakest > 0:
        of_rows = (kind for term in terms for kind in _members(term, blueprint))
        return frozenset({*terms, *of_rows, *roles[weakest:]})
    known = {"owner", *roles, *_of_rows(blueprint)}
    return frozenset(known | ({"anyone"} if "anyone" in terms else set()))


def _of_rows(blueprint: Blueprint) -> frozenset[str]:
    """Every term about some rows, or some accounts, that rules have, in every role."""
    rules = [endpoint.access for endpoint in operations(blueprint)]
    rules += [str(rule) for rule in _of_fields(blueprint) if rule]
    terms = {term for rule in rules for term in rule.split(" | ") if _is_narrow(term)}
    return frozenset(kind for term in terms for kind in (term, *_members(term, blueprint)))


def _is_narrow(term: str) -> bool:
    return bool(read_term(term) or permission_of(term))


def _members(said: str, blueprint: Blueprint) -> Iterator[str]:
    """The members that a term includes: those of its role and of later ones."""
    term = read_term(said)
    for resource in blueprint.resources if term and term.word == "member" else ():
        roles = member_roles(blueprint, resource.name)
        if term and (not term.role or term.role in roles):
            first = roles.index(term.role) if term.role else 0
            yield from (str(replace(term, role=role)) for role in roles[first:])


def _of_fields(blueprint: Blueprint) -> Iterator[Rule | None]:
    for resource in blueprint.resources:
        for field in resource.fields:
            yield from (field.read, field.write)
