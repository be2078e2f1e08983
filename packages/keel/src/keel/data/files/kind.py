"""What a field of files takes, as routes say it."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Request
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from keel.data.files.folder import Folder
from keel.data.files.upload import FileUpload


def get_folder(request: Request) -> Folder:
    """Where the app keeps files."""
    folder: Folder = request.app.state.files
    return folder


FileFolder: TypeAlias = Annotated[Folder, Depends(get_folder)]


class FileKind:
    """The files that a field takes: `COVER = FileKind("image/png", max_bytes=5_000_000)`.

    As a dependency, `Annotated[FileUpload, Depends(COVER)]`, it is the body of the request, of
    which the edge lets in as much as the field takes, whatever its limit for other bodies.

    Args:
        media_types: What a file may be.
        max_bytes: The most it may have.
    """

    def __init__(self, *media_types: str, max_bytes: int) -> None:
        self.media_types = media_types
        self.max_bytes = max_bytes

    def __call__(self, request: Request) -> FileUpload:
        """The body, not read yet."""
        return FileUpload(request, get_folder(request), self.media_types, self.max_bytes)

    @property
    def body(self) -> dict[str, Any]:
        """The `requestBody` of OpenAPI."""
        return {"required": True, "content": self._content}

    @property
    def answers(self) -> dict[int | str, dict[str, Any]]:
        """The `responses=` of a route that sends the file."""
        return {
            200: {"description": "The file.", "content": self._content},
            206: {"description": "The part that `Range` asks for.", "content": self._content},
            304: {"description": "It is the one that `If-None-Match` names."},
        }

    @property
    def _content(self) -> dict[str, Any]:
        content = {"schema": {"type": "string", "format": "binary"}}
        return dict.fromkeys(self.media_types, content)


def describe_uploads(document: dict[str, Any], routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """Say in an OpenAPI document what the bodies of uploads are, in place; and return it."""
    for method, path, kind in uploads(routes):
        operations = document["paths"].get(path, {})
        if method.lower() in operations:
            operations[method.lower()]["requestBody"] = kind.body
    return document


def uploads(routes: Sequence[BaseRoute]) -> Iterator[tuple[str, str, FileKind]]:
    """Every operation whose body is a file: its method, its path, and what it takes."""
    for route in iter_route_contexts(routes):
        dependant = getattr(route, "dependant", None)
        kinds = [each.call for each in dependant.dependencies] if dependant else []
        for kind in kinds:
            if isinstance(kind, FileKind):
                yield from ((method, route.path or "", kind) for method in route.methods or ())
