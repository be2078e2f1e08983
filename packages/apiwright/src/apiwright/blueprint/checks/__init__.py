"""What the parts of a page must be to each other, and each to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.checks.access import check_access
from apiwright.blueprint.checks.actions import check_actions
from apiwright.blueprint.checks.bulk import check_bulk
from apiwright.blueprint.checks.collisions import check_collisions
from apiwright.blueprint.checks.defaults import check_defaults
from apiwright.blueprint.checks.endpoints import check_endpoints
from apiwright.blueprint.checks.exports import check_exports
from apiwright.blueprint.checks.fields import check_fields
from apiwright.blueprint.checks.files import check_files
from apiwright.blueprint.checks.groups import check_groups
from apiwright.blueprint.checks.guards import check_guards
from apiwright.blueprint.checks.histories import check_histories
from apiwright.blueprint.checks.includes import check_includes
from apiwright.blueprint.checks.links import check_links
from apiwright.blueprint.checks.memberships import check_memberships
from apiwright.blueprint.checks.nesting import check_nesting
from apiwright.blueprint.checks.people import check_people
from apiwright.blueprint.checks.permissions import check_permissions
from apiwright.blueprint.checks.references import check_references
from apiwright.blueprint.checks.renamed import check_renamed
from apiwright.blueprint.checks.rules import check_rules
from apiwright.blueprint.checks.searching import check_searching
from apiwright.blueprint.checks.singletons import check_singletons
from apiwright.blueprint.checks.soft_delete import check_soft_delete
from apiwright.blueprint.checks.spelling import check_spelling
from apiwright.blueprint.checks.telling import check_telling
from apiwright.blueprint.checks.tenants import check_tenants
from apiwright.blueprint.checks.terms import check_terms
from apiwright.blueprint.checks.versions import check_versions

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.mistakes import Report

_CHECKS = (
    check_spelling,
    check_collisions,
    check_people,
    check_permissions,
    check_singletons,
    check_tenants,
    check_fields,
    check_defaults,
    check_references,
    check_renamed,
    check_links,
    check_includes,
    check_nesting,
    check_exports,
    check_bulk,
    check_searching,
    check_files,
    check_groups,
    check_histories,
    check_memberships,
    check_soft_delete,
    check_access,
    check_endpoints,
    check_terms,
    check_actions,
    check_rules,
    check_guards,
    check_telling,
    check_versions,
)


def run(blueprint: Blueprint, report: Report) -> None:
    """Add every mistake to the report that only shows in the whole."""
    for check in _CHECKS:
        check(blueprint, report)
