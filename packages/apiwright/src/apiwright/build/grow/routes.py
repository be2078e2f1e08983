"""`routes.py` of a domain: the endpoints of the operations that somebody may do."""

import re
from collections.abc import Sequence
from dataclasses import fields

from apiwright.blueprint.model import Access, Blueprint, Resource
from apiwright.blueprint.own_endpoint import OwnEndpoint
from apiwright.build.grow.actions import deeds, route
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.own.routes import hides_rows
from apiwright.build.grow.own.routes import routes as routes_of
from apiwright.build.grow.regions import fill, held
from apiwright.build.grow.retirement import retired_router
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
    if resource.listing.cursor and resource.access.list:
        contents["list"] = cursor_list(blueprint, resource)
    for operation in ("create", "update", "delete"):
        if operation not in contents and not can_conflict(operation, blueprint, resource):
            contents[operation] = _CONFLICT.sub("", held(text, operation))
    own = own_of(blueprint, resource.nouns)
    acts = deeds(blueprint, resource)
    acting = [line for deed in acts for line in deed.imports]
    lines = (*IMPORTS, *acting, *own_imports(blueprint, own))
    grown = fill(text, contents | own_routes(blueprint, own))
    return with_imports("\n\n".join([grown, *map(route, acts)]), lines)


def own_routes(blueprint: Blueprint, own: Sequence[OwnEndpoint]) -> dict[str, str]:
    """The endpoints beside the operations: those that come before the rows, and the others."""
    return {
        "collection": routes_of(blueprint, [each for each in own if hides_rows(each)]),
        "endpoints": routes_of(blueprint, [each for each in own if not hides_rows(each)]),
    }


def cursor_list(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoint that lists rows by cursor, as the exemplar's notes have it."""
    return held(domain_source("exemplar/notes/routes.py", blueprint, resource), "list")


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
