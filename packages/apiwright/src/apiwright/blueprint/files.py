"""What a field of files brings with it: a path, and the functions of its routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource


def file_fields(resource: Resource) -> tuple[Field, ...]:
    """The fields of a resource that are files."""
    return tuple(field for field in resource.fields if field.is_file)


def keeps_files(blueprint: Blueprint) -> bool:
    """Whether a backend keeps any."""
    return any(map(file_fields, blueprint.resources))


def file_segment(field: Field) -> str:
    """The last part of its path: `front-page`."""
    return field.name.replace("_", "-")


def file_routes(resource: Resource) -> Iterator[tuple[str, str, str]]:
    """The method, path and function of each route that files have."""
    row = f"{resource.path}/{{{resource.noun}_id}}"
    for field in file_fields(resource):
        path = f"{row}/{file_segment(field)}"
        functions = file_functions(resource, field)
        yield from zip(("PUT", "GET", "DELETE"), (path,) * 3, functions, strict=True)


def file_functions(resource: Resource, field: Field) -> tuple[str, str, str]:
    """The functions that store a file, send it and take it away."""
    of = f"{resource.noun}_{field.name}"
    return f"upload_{of}", f"download_{of}", f"remove_{of}"
