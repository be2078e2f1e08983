"""`repository.py` and `service.py` of a domain: its rows, and what can happen to them."""

from collections.abc import Sequence

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow import origins
from apiwright.build.grow.actions import deeds, method
from apiwright.build.grow.computed import computed_imports, computed_regions
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.exports import export_service
from apiwright.build.grow.histories import history_line
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.own.service import methods
from apiwright.build.grow.regions import fill
from apiwright.build.grow.tree import tree_line
from apiwright.plan.own import own_of

_IMPORTS = (
    "from typing import Never",
    "from keel.data import Service, Session, SnapshotSession, SoftDeleteService, TreeService",
)
_ACTING = (
    *TYPES,
    *origins.IMPORTS,
    "from keel.problems import Unwritten",
)


def repository(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/repository.py", blueprint, resource)
    links = [link.model(resource) for link in resource.links]
    kept = [resource.history_model] if resource.has_history else []
    lines = {"declared": _declared(resource, links)} | computed_regions(blueprint, resource)
    module = f"{blueprint.package}.{resource.nouns}.models"
    imports = [f"from {module} import {name}" for name in (*links, *kept)]
    imports += [*computed_imports(blueprint, resource), *_members_import(blueprint, resource)]
    return with_imports(fill(text, lines), imports)


def _members_import(blueprint: Blueprint, resource: Resource) -> list[str]:
    name = resource.members
    if name is None:
        return []
    return [f"from {blueprint.package}.{blueprint.nouns(name)}.models import {name}"]


def _declared(resource: Resource, links: Sequence[str]) -> str:
    """Who the members are, and what rows stand in, if anything."""
    lines = [f"members = {resource.members}"] if resource.members else []
    lines += [f"links = ({', '.join(links)}{',' * (len(links) == 1)})"] if links else []
    return "\n".join([*lines, *filter(None, [tree_line(resource), history_line(resource)])])


def service(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/service.py", blueprint, resource)
    name, can = resource.name, resource.access
    created = f"{name}Create" if can.create else "Never"
    changed = f"{name}Update" if can.update else "Never"
    bodies = f"[{name}, {name}Create, {name}Update,"
    told = with_own(text.replace(bodies, f"[{name}, {created}, {changed},"), blueprint, resource)
    if resource.export:
        told += f"\n\n{export_service(blueprint, resource)}\n"
    told = with_kinds(told, resource)
    refers = can.create or can.update or resource.actions or resource.links
    if refers or resource.under or resource.tree:
        return with_references(told, blueprint, resource)
    return with_imports(told, _IMPORTS)


def with_kinds(text: str, resource: Resource) -> str:
    """A service of the kinds that a resource has, where it has any."""
    said = {"SoftDeleteService": resource.soft_delete, "TreeService": bool(resource.tree)}
    kinds = [kind for kind, is_so in said.items() if is_so]
    if not kinds:
        return text
    start = text.index("(Service[") + 1
    usual = text[start : text.index("):", start)]
    return text.replace(usual, ", ".join(usual.replace("Service", kind, 1) for kind in kinds), 1)


def with_own(text: str, blueprint: Blueprint, resource: Resource) -> str:
    """A service with the methods that its owner writes, and one for each action."""
    own, acts = own_of(blueprint, resource.nouns), deeds(blueprint, resource)
    written = [methods(blueprint, own, own=False), *map(method, acts)]
    contents = {"endpoints": "\n\n".join(written)}
    if not resource.is_account:
        contents["caller_fields"] = caller_line(resource)
    imports = [*own_imports(blueprint, own), *(line for deed in acts for line in deed.imports)]
    return with_imports(fill(text, contents), [*_ACTING, *imports])


def caller_line(resource: Resource) -> str:
    """The columns that hold the caller unless a body says otherwise, if there are any."""
    columns = tuple(field.column for field in resource.fields if field.origin == "caller")
    return f"caller_fields = {columns!r}" if columns else ""


def with_references(text: str, blueprint: Blueprint, resource: Resource) -> str:
    """A service that looks for the rows which its bodies refer to."""
    can = resource.access.create or resource.access.update or resource.is_account
    fields, hung = resource.fields, {resource.under, resource.tree}
    given = [f for f in fields if (can and not f.read_only) or f.name in hung]
    given += [field for action in resource.actions for field in action.body]
    targets = {field.column: field.target for field in given if field.target}
    targets |= {link.member: link.target for link in resource.links}
    imports = [
        f"from {blueprint.package}.{blueprint.nouns(name)}.repository import {name}Repository"
        for name in targets.values()
    ]
    rows = "Repository(session, caller)"
    said = "".join(f"{column}={name}{rows}, " for column, name in targets.items())
    told = text.replace(f"{rows})", f"{rows}, {said})") if said else text
    return with_imports(told, (*_IMPORTS, *imports))
