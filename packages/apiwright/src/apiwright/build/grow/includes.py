"""`includes.py` of a domain: its answers, with the rows around them."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.names import pascal
from apiwright.blueprint.relations import Relation, included
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.plan.endpoint import WITH_INCLUDES

_IMPORTS = ("from keel.data import Many, One, Only, Through",)


def includes(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's notes."""
    text = domain_source("exemplar/notes/includes.py", blueprint, resource)
    around = included(blueprint, resource)
    others = sorted({blueprint.nouns(each.resource) for each in around} - {resource.nouns})
    contents = {
        "members": "\n".join(_member(each) for each in around),
        "services": "\n".join(f"{nouns}: {pascal(nouns)}," for nouns in others),
        "included": "\n".join(_source(each, blueprint, resource) for each in around),
    }
    imports = [line for each in around for line in _imports(each, blueprint, resource)]
    return with_imports(fill(text, contents), (*_IMPORTS, *imports))


def include_alias(resource: Resource) -> str:
    """The line that names what callers can ask for; nothing if that is nothing."""
    said = ", ".join(f'"{name.replace(" ", "_")}"' for name in resource.include)
    return f"{resource.name}Include = Literal[{said}]" if said else ""


def without_includes(text: str, resource: Resource) -> str:
    """The endpoint of a list that can include something, for one that cannot."""
    text = text.replace(f"[{resource.name}{WITH_INCLUDES}]", f"[{resource.name}Read]")
    return text.replace(WITH_INCLUDES, "").replace(", query.include", "")


def include_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the endpoints of a resource need to include rows."""
    if not resource.include:
        return []
    package = f"{blueprint.package}.{resource.nouns}"
    shown = f"{pascal(resource.nouns)}{WITH_INCLUDES}, {resource.name}{WITH_INCLUDES}"
    return [
        "from collections.abc import Sequence",
        f"from {package}.includes import {shown}",
        f"from {package}.schemas import {resource.name}Include",
    ]


def _member(relation: Relation) -> str:
    if relation.is_list:
        return f"{relation.member}: list[{relation.resource}Read] | MISSING = MISSING"
    return f"{relation.member}: {relation.resource}Read | MISSING | None = MISSING"


def _source(relation: Relation, blueprint: Blueprint, resource: Resource) -> str:
    service = blueprint.nouns(relation.resource)
    if relation.link is None:
        made = f'{relation.kind.capitalize()}({service}, "{relation.column}")'
    elif relation.kind == "links":
        made = f"Through({service}, {relation.link.model(resource)})"
    else:
        pairs = relation.link.model(blueprint.resource(relation.resource))
        made = f"Through({service}, {pairs}, back=True)"
    return f"{relation.member}={made},"


def _imports(relation: Relation, blueprint: Blueprint, resource: Resource) -> list[str]:
    nouns = blueprint.nouns(relation.resource)
    package = f"{blueprint.package}.{nouns}"
    found = [
        f"from {package}.schemas import {relation.resource}Read",
        f"from {package}.service import {pascal(nouns)}",
    ]
    if relation.link:
        owner = resource if relation.kind == "links" else blueprint.resource(relation.resource)
        models = f"{blueprint.package}.{owner.nouns}.models"
        found.append(f"from {models} import {relation.link.model(owner)}")
    return found
