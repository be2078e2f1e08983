"""The endpoints of files, and what clients lose of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.files import file_fields, file_functions, file_segment
from apiwright.plan.endpoint import FILE, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Field, Resource


def files(resource: Resource) -> Iterator[Endpoint]:
    """What stores, sends and takes away the files of a row."""
    update, read = str(resource.access.update), str(resource.access.read)
    one, answer = resource.noun.replace("_", " "), f"{resource.name}Read"
    for field in file_fields(resource):
        upload, download, remove = file_functions(resource, field)
        of = f"the {field.name.replace('_', ' ')} of one {one}"
        path = f"{resource.path}/{{{resource.noun}_id}}/{file_segment(field)}"
        yield Endpoint("PUT", path, upload, f"Store {of}", update, FILE, answer)
        yield Endpoint("GET", path, download, f"Get {of}", read, None, FILE)
        yield Endpoint("DELETE", path, remove, f"Take {of} away", update, status=204)


def narrower(was: Field, now: Field) -> Iterator[str]:
    """What clients can no longer send as a file."""
    if gone := [each for each in was.media_types if each not in now.media_types]:
        yield f"must not be {' or '.join(f'`{each}`' for each in gone)}"
    if now.maximum < was.maximum:
        yield f"has at most {now.maximum:,} bytes"
