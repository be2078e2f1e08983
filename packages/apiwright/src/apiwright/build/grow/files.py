"""The endpoints of files, and what they rest on."""

from collections.abc import Iterator

from apiwright.blueprint import names
from apiwright.blueprint.files import file_fields, file_segment
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import held


def file_routes(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoints, as the exemplar's notes have them for a drawing; nothing without files."""
    notes = domain_source("exemplar/notes/routes.py", blueprint, resource)
    regions = [held(notes, name) for name in ("upload", "download", "remove")]
    return "\n\n\n".join(
        _of(field, region, resource) for field in file_fields(resource) for region in regions
    )


def _of(field: Field, text: str, resource: Resource) -> str:
    said = {
        f"_{resource.noun}_drawing(": f"_{resource.noun}_{field.name}(",
        '}/drawing"': f'}}/{file_segment(field)}"',
        '"drawing"': f'"{field.name}"',
        "DRAWING_FILE": kind_name(field),
        "the drawing of": f"the {field.name.replace('_', ' ')} of",
    }
    for drawing, own in said.items():
        text = text.replace(drawing, own)
    return text


def kind_name(field: Field) -> str:
    """The constant that says what a file may be: `COVER_FILE`."""
    return f"{names.constant(field.name)}_FILE"


def file_kinds(resource: Resource) -> Iterator[str]:
    """The line of each such constant."""
    for field in file_fields(resource):
        media_types = ", ".join(f'"{each}"' for each in field.media_types)
        yield f"{kind_name(field)} = FileKind({media_types}, max_bytes={field.maximum:_})"


def file_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the endpoints need."""
    if not (fields := file_fields(resource)):
        return []
    schemas = f"{blueprint.package}.{resource.nouns}.schemas"
    return [
        "from fastapi import Depends",
        "from keel.data import FileAnswer, FileFolder, FileUpload",
        "from keel.data import put_stored_file, remove_stored_file",
        *(f"from {schemas} import {kind_name(field)}" for field in fields),
    ]
