"""Whether all whom one rule admits are admitted by another, on the rows of a resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.ranks import ranks
from apiwright.blueprint.access.row_terms import read_term
from apiwright.blueprint.access.rules import OWNER, SIGNED_IN, covers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def admits(wide: Rule | None, narrow: Rule, resource: Resource, blueprint: Blueprint) -> bool:
    """Whether everyone who meets `narrow` meets `wide`, on the same rows of a resource."""
    if wide is None:
        return False
    orders = ranks(blueprint, resource, Rule((*wide.terms, *narrow.terms)))
    return covers(wide, narrow, blueprint.roles, orders)


def on_all_rows(rule: Rule, blueprint: Blueprint) -> Rule | None:
    """What of a rule holds whatever the row; `None` if nothing does."""
    terms = tuple(term for term in rule.terms if not is_of_rows(term, blueprint))
    return Rule(terms) if terms else None


def is_of_rows(term: str, blueprint: Blueprint) -> bool:
    """Whether a term holds on some rows and not on others."""
    return term not in blueprint.roles and read_term(term) is not None


def readers(resource: Resource, blueprint: Blueprint) -> Iterator[Rule]:
    """Whom answers with rows of a resource are for, its makers among them."""
    rules = (resource.access.list, resource.access.read, maker(resource))
    yield from filter(None, rules)
    if resource.is_account:
        yield Rule((OWNER,))
    for endpoint in blueprint.endpoints:
        if endpoint.returns and endpoint.returns.resource == resource.name:
            yield from _of_any_row([endpoint.access], blueprint)
    for other in blueprint.resources:
        acts = (each for each in other.actions if each.returns == resource.name != other.name)
        yield from _of_any_row((each.by for each in acts), blueprint)


def writers(resource: Resource) -> Iterator[Rule]:
    """Who may make or change a row."""
    rules = (maker(resource), resource.access.update, *(each.by for each in resource.actions))
    return filter(None, rules)


def maker(resource: Resource) -> Rule | None:
    """Who makes a row, as what they are to it then: what somebody makes is theirs."""
    return Rule((OWNER,)) if resource.owned and resource.access.create else resource.access.create


def _of_any_row(rules: Iterable[Rule | None], blueprint: Blueprint) -> Iterator[Rule]:
    """Rules about rows of something else, as far as they say anything of the caller."""
    for rule in rules:
        if rule and any(is_of_rows(term, blueprint) for term in rule.terms):
            yield Rule((SIGNED_IN,))
        elif rule:
            yield rule
