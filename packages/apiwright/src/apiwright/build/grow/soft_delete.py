"""What is built for rows that are kept when they are deleted."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.conflicts import CONFLICT, can_conflict
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import held
from apiwright.plan.soft_delete import lists_deleted


def deleted_list(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoint that lists deleted rows; nothing if nobody could do anything about them."""
    return _route("deleted", blueprint, resource) if lists_deleted(resource) else ""


def deleted_routes(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoints that restore and purge, as far as somebody may."""
    found: list[str] = []
    if resource.access.restore:
        restore = _route("restore", blueprint, resource)
        is_plain = not can_conflict("restore", blueprint, resource)
        found.append(CONFLICT.sub("", restore) if is_plain else restore)
    if resource.access.purge:
        purge = _route("purge", blueprint, resource)
        if can_conflict("purge", blueprint, resource):
            purge = purge.replace(".purge)]", ".purge)], responses=answers(Conflict)")
        found.append(purge)
    return "\n\n\n".join(found)


def deleted_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the endpoints need."""
    if not lists_deleted(resource):
        return []
    schemas = f"{blueprint.package}.{resource.nouns}.schemas"
    return [
        "from keel.data import PageQuery",
        f"from {schemas} import {resource.name}Deleted",
    ]


def deleted_schema(blueprint: Blueprint, resource: Resource) -> str:
    """The answer that shows a deleted row; nothing if nobody sees one."""
    if not lists_deleted(resource):
        return ""
    text = domain_source("exemplar/comments/schemas.py", blueprint, resource)
    return f"{held(text, 'deleted')}\n"


def _route(region: str, blueprint: Blueprint, resource: Resource) -> str:
    text = held(domain_source("exemplar/comments/routes.py", blueprint, resource), region)
    # Where a route is shorter than that of comments, it stands on one line.
    return text.replace(f'"{resource.path}/', '"/').replace(",\n)\nasync", "\n)\nasync")
