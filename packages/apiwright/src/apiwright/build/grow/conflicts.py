"""What can stand against an operation, for its documentation."""

import re

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.plan.soft_delete import going_with

CONFLICT = re.compile(r",\s*responses=answers\(Conflict\),?")
"""How a route says that something can stand against it."""


def can_conflict(operation: str, blueprint: Blueprint, resource: Resource) -> bool:
    """Whether a constraint of the database, or other rows, can stand against an operation."""
    if operation == "restore":
        return any(
            _is_restored_in_vain(blueprint, each) for each in going_with(blueprint, resource)
        )
    if operation not in ("delete", "purge"):
        is_unique = bool(resource.unique) or any(field.unique for field in resource.fields)
        return is_unique or resource.has_rules_among_rows
    return any(
        field.target == resource.name and field.on_delete == "restrict"
        for other in blueprint.resources
        for field in other.fields
    )


def _is_restored_in_vain(blueprint: Blueprint, resource: Resource) -> bool:
    """Whether something can be taken, or what a row refers to can be deleted, meanwhile."""
    kept = {each.name for each in blueprint.resources if each.soft_delete}
    refers = any(field.target in kept for field in resource.fields)
    return refers or can_conflict("create", blueprint, resource)
