"""Endpoints around a row of a tree, and what they rest on."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.names import pascal
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import held
from apiwright.plan.endpoint import WITH_INCLUDES


def walks(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoints, as the exemplar's comments have them; nothing if this is no tree."""
    if not resource.tree:
        return ""
    comments = domain_source("exemplar/comments/routes.py", blueprint, resource)
    column = resource.field(resource.tree).column
    children = held(comments, "children").replace("parent_id", column)
    found = [_listed(children, resource)] if resource.access.list else []
    found.append(held(comments, "ancestors"))
    found += [held(comments, "subtree")] if resource.access.list else []
    return "\n\n\n".join(found).replace(f'"{resource.path}/{{', '"/{')


def _listed(text: str, resource: Resource) -> str:
    """The list of children, by cursor and with includes if the resource is listed so."""
    name = resource.name
    if resource.listing.cursor:
        text = text.replace("-> Page[", "-> CursorPage[").replace(".page(", ".cursor_page(")
    if resource.include:
        service = pascal(resource.nouns)
        text = text.replace(f"[{name}Read]", f"[{name}{WITH_INCLUDES}]")
        text = text.replace(f": {service},", f": {service}{WITH_INCLUDES},")
        text = text.replace("page(query)", "page(query, query.include)")
    return text


def tree_line(resource: Resource) -> str:
    """What the repository says of the tree."""
    return f'tree = "{resource.field(resource.tree).column}"' if resource.tree else ""
