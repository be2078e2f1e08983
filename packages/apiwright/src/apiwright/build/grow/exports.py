"""The endpoint that answers a whole list in one file, and what it rests on."""

import re

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.names import pascal
from apiwright.blueprint.routes import rows_path
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import fill, held

_FORMATS = '"csv", "jsonl"'
_OF_PAGES = re.compile(r"(?:limit: |include: Sequence)")


def export_route(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoint, as the exemplar's notes have it; nothing if there is none."""
    if not resource.export:
        return ""
    text = held(domain_source("exemplar/notes/routes.py", blueprint, resource), "export")
    text = text.replace(_FORMATS, ", ".join(f'"{each}"' for each in resource.export))
    if not resource.under:
        return text
    column = resource.field(resource.under).column
    text = text.replace("file_format: ", f"{column}: UUID, file_format: ")
    return text.replace("file_format)", f"file_format, {column}={column})")


def export_below(text: str, blueprint: Blueprint, resource: Resource) -> str:
    """Routes with the export where the list is, if that stands below another row."""
    rows = rows_path(blueprint, resource)
    return text.replace(f'"{resource.path}/export.', f'"{rows}/export.')


def export_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the endpoint needs."""
    if not resource.export:
        return []
    package = f"{blueprint.package}.{resource.nouns}"
    return [
        "from typing import Literal",
        "from keel.data import ExportResponse, exported",
        f"from {package}.schemas import {resource.name}Selection",
        f"from {package}.service import {pascal(resource.nouns)}ToExport",
    ]


def of_pages(line: str) -> bool:
    """Whether a line of a list's query is about its pages, which an export does not have."""
    return bool(_OF_PAGES.match(line))


def with_selection(text: str, lines: list[str], blueprint: Blueprint, resource: Resource) -> str:
    """Schemas where list and export share by which query rows are chosen.

    Args:
        text: The schemas, with only what is about pages in the query of the list.
        lines: The columns of the query that are shared.
        blueprint: The page.
        resource: Whose schemas they are.
    """
    notes = domain_source("exemplar/notes/schemas.py", blueprint, resource)
    start = notes.index("# grow: selection\n")
    marked = f"{notes[start : notes.index('# end', start)]}# end"
    selection = fill(marked, {"selection_columns": "\n".join(lines)})
    query = f"class {resource.name}Query("
    return text.replace(query, f"{selection}\n\n{query}{resource.name}Selection, ")


def export_service(blueprint: Blueprint, resource: Resource) -> str:
    """The service that outlasts its request, as the exemplar's notes have it."""
    return held(domain_source("exemplar/notes/service.py", blueprint, resource), "export")
