"""The order of the roles that terms about members name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.chains import leading
from apiwright.blueprint.access.memberships import member_roles
from apiwright.blueprint.access.row_terms import read_term

if TYPE_CHECKING:
    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Blueprint, Resource


def ranks(blueprint: Blueprint, resource: Resource, rule: Rule) -> dict[str, tuple[str, ...]]:
    """The roles of members that the terms of a rule tell apart, by the term without its role."""
    terms = [term for term in map(read_term, rule.terms) if term and term.word == "member"]
    found = {str(term.stem): leading(blueprint, resource, term) for term in terms}
    return {stem: member_roles(blueprint, meant[0].end) for stem, meant in found.items() if meant}
