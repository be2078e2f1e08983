"""`routes.py` of a domain: the endpoints of the operations that somebody may do."""

import re
from collections.abc import Sequence
from dataclasses import fields

from apiwright.blueprint.access.access import Access
from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.actions import deeds, route
from apiwright.build.grow.bulk import bulk_below, bulk_imports, bulk_routes
from apiwright.build.grow.conflicts import CONFLICT, can_conflict
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.exports import export_below, export_imports, export_route
from apiwright.build.grow.files import file_imports, file_routes
from apiwright.build.grow.histories import ROUTE_IMPORTS, history_route
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.includes import include_imports, without_includes
from apiwright.build.grow.nesting import nested
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.own.routes import hides_rows
from apiwright.build.grow.own.routes import routes as routes_of
from apiwright.build.grow.regions import fill, held
from apiwright.build.grow.retirement import retired_router
from apiwright.build.grow.soft_delete import deleted_imports, deleted_list, deleted_routes
from apiwright.build.grow.tree import walks
from apiwright.plan.own import own_of

_REGIONS = ("list", "create", "read", "update", "delete")
IMPORTS = (
    "from keel.data import CursorPage, Page",
    "from keel.problems import Conflict, Forbidden, Unwritten, answers",
)
_ANSWERS = re.compile(r"answers\((.*?)\)")


def routes(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics, with the list of its notes if pages go by cursor."""
    text = domain_source("exemplar/topics/routes.py", blueprint, resource)
    router = f'router = APIRouter(prefix="{resource.path}", tags=["{resource.nouns}"])'
    text = retired_router(text, router, resource.terms)
    contents = missing_operations(resource.access)
    contents |= particular(blueprint, resource)
    for operation in ("create", "update", "delete"):
        if operation not in contents and not can_conflict(operation, blueprint, resource):
            contents[operation] = CONFLICT.sub("", held(text, operation))
    if resource.access.create and resource.access.create.is_public and has_guards(resource):
        contents["create"] = answering(contents.get("create") or held(text, "create"), "Forbidden")
    own = own_of(blueprint, resource.nouns)
    acts = deeds(blueprint, resource)
    imports = (
        *IMPORTS,
        *(line for deed in acts for line in deed.imports),
        *include_imports(blueprint, resource),
        *export_imports(blueprint, resource),
        *(ROUTE_IMPORTS if resource.history else ()),
        *deleted_imports(blueprint, resource),
        *bulk_imports(blueprint, resource),
        *file_imports(blueprint, resource),
        *own_imports(blueprint, own),
    )
    contents |= own_routes(blueprint, own)
    beside = (
        export_route(blueprint, resource),
        deleted_list(blueprint, resource),
        bulk_routes(blueprint, resource),
    )
    contents["collection"] = "\n\n\n".join(filter(None, (contents["collection"], *beside)))
    grown = fill(text, contents)
    around = [
        deleted_routes(blueprint, resource),
        walks(blueprint, resource),
        history_route(blueprint, resource),
    ]
    more = (*map(route, acts), file_routes(blueprint, resource))
    every = "\n\n".join([grown, *filter(None, around), *more])
    placed = export_below(nested(every, blueprint, resource), blueprint, resource)
    placed = bulk_below(placed, blueprint, resource)
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


def has_guards(resource: Resource) -> bool:
    """Whether bodies may have what not everybody may write."""
    return any(field.write for field in resource.fields)


def answering(route: str, problem: str) -> str:
    """A route that says that it can also answer with a problem, by the name of its class."""
    if found := _ANSWERS.search(route):
        names = sorted({*found[1].split(", "), problem})
        return route.replace(found[0], f"answers({', '.join(names)})", 1)
    return route.replace(")]", f")], responses=answers({problem})", 1)


def missing_operations(access: Access) -> dict[str, str]:
    """The regions of operations that nobody may do, each with nothing to hold."""
    return {operation: "" for operation in _REGIONS if getattr(access, operation) is None}


def has_operations(access: Access) -> bool:
    """Whether there is an endpoint at all."""
    return any(getattr(access, operation.name) for operation in fields(access))
