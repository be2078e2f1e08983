"""Endpoints that take many rows in one call, and the schema that one of them needs."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.routes import rows_path
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import held

IMPORTS = (
    "from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes",
    "from keel.data.bulk import create_each, delete_each, update_each",
)


def bulk_routes(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoints, as the exemplar's notes have them; nothing if there are none."""
    notes = domain_source("exemplar/notes/routes.py", blueprint, resource)
    return "\n\n\n".join(held(notes, f"bulk_{operation}") for operation in resource.bulk)


def bulk_below(text: str, blueprint: Blueprint, resource: Resource) -> str:
    """Routes that make rows where the list is, if that stands below another row."""
    if not resource.under or "create" not in resource.bulk:
        return text
    column, nouns = resource.field(resource.under).column, resource.nouns
    rows, function = rows_path(blueprint, resource), f"async def bulk_create_{nouns}("
    start = text.index(f'@router.post("{resource.path}/bulk",')
    made = text[start:].replace(f'"{resource.path}/bulk"', f'"{rows}/bulk"', 1)
    made = made.replace(function, f"{function}{column}: UUID, ", 1)
    within = f"await {nouns}.within({column}={column})"
    made = made.replace(
        "    return await create_each", f"    {within}\n    return await create_each", 1
    )
    return text[:start] + made


def bulk_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the endpoints need."""
    if not resource.bulk:
        return []
    schemas = f"{blueprint.package}.{resource.nouns}.schemas"
    return [*IMPORTS, f"from {schemas} import {resource.name}BulkUpdate"]


def bulk_schema(blueprint: Blueprint, resource: Resource) -> str:
    """What changes one of many rows, if that can be done."""
    if "update" not in resource.bulk:
        return ""
    return held(domain_source("exemplar/notes/schemas.py", blueprint, resource), "bulk_update")
