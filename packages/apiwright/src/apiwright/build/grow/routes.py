"""`routes.py` of a domain: the endpoints of the operations that somebody may do."""

import re
from collections.abc import Sequence
from dataclasses import fields

from apiwright.blueprint.model import Access, Blueprint, Resource
from apiwright.blueprint.own_endpoint import OwnEndpoint
from apiwright.build.grow.actions import deeds, route
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.exports import export_below, export_imports, export_route
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.includes import include_imports, without_includes
from apiwright.build.grow.nesting import nested
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.own.routes import hides_rows
from apiwright.build.grow.own.routes import routes as routes_of
from apiwright.build.grow.regions import fill, held
from apiwright.build.grow.retirement import retired_router
from apiwright.build.grow.tree import walks
from apiwright.plan.own import own_of

_CONFLICT = re.compile(r",\s*responses=answers\(Conflict\),?")
IMPORTS = (
    "from keel.data import CursorPage, Page",
    "from keel.problems import Conflict, Unwritten, answers",
)


def routes(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics, with the list of its notes if pages go by cursor."""
    text = domain_source("exemplar/topics/routes.py", blueprint, resource)
    router = f'router = APIRouter(prefix="{resource.path}", tags=["{resource.nouns}"])'
    text = retired_router(text, router, resource.terms)
    contents = missing_operations(resource.access)
    contents |= particular(blueprint, resource)
    for operation in ("create", "update", "delete"):
        if operation not in contents and not can_conflict(operation, blueprint, resource):
            contents[operation] = _CONFLICT.sub("", held(text, operation))
    own = own_of(blueprint, resource.nouns)
    acts = deeds(blueprint, resource)
    imports = (
        *IMPORTS,
        *(line for deed in acts for line in deed.imports),
        *include_imports(blueprint, resource),
        *export_imports(blueprint, resource),
        *own_imports(blueprint, own),
    )
    contents |= own_routes(blueprint, own)
    contents["collection"] += f"\n\n\n{export_route(blueprint, resource)}"
    grown = fill(text, contents)
    every = "\n\n".join([grown, walks(blueprint, resource), *map(route, acts)])
    placed = export_below(nested(every, blueprint, resource), blueprint, resource)
    return with_imports(placed, imports)


def own_routes(blueprint: Blueprint, own: Sequence[OwnEndpoint]) -> dict[str, str]:
    """The endpoints beside the operations: those that come before the rows, and the others."""
    return {
        "collection": routes_of(blueprint, [each for each in own if hides_rows(each)]),
        "endpoints": routes_of(blueprint, [each for each in own if not hides_rows(each)]),
    }


def particular(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """The regions that the exemplar's notes have: lists by cursor, and what includes rows."""
    notes = domain_source("exemplar/notes/routes.py", blueprint, resource)
    found: dict[str, str] = {}
    if resource.access.list and (resource.listing.cursor or resource.include):
        found["list"] = held(notes, "list")
        if not resource.listing.cursor:
            found["list"] = (
                found["list"].replace("CursorPage", "Page").replace("cursor_page", "page")
            )
        if not resource.include:
            found["list"] = without_includes(found["list"], resource)
    if resource.access.read and resource.include:
        found["read"] = held(notes, "read")
    return found


def missing_operations(access: Access) -> dict[str, str]:
    """The regions of operations that nobody may do, each with nothing to hold."""
    operations = (operation.name for operation in fields(access))
    return {operation: "" for operation in operations if getattr(access, operation) is None}


def has_operations(access: Access) -> bool:
    """Whether there is an endpoint at all."""
    return any(getattr(access, operation.name) for operation in fields(access))


def can_conflict(operation: str, blueprint: Blueprint, resource: Resource) -> bool:
    """Whether a constraint of the database can stand against an operation."""
    if operation != "delete":
        is_unique = bool(resource.unique) or any(field.unique for field in resource.fields)
        return is_unique or resource.has_rules_among_rows
    return any(
        field.target == resource.name and field.on_delete == "restrict"
        for other in blueprint.resources
        for field in other.fields
    )
