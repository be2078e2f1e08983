"""A file on its way in: from the body of a request to the disk."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, Request

from keel.data.files.folder import Folder
from keel.data.files.signatures import is_so
from keel.data.files.stored import StoredFile
from keel.edge import lift_limit
from keel.problems import (
    BadRequest,
    FieldError,
    Invalid,
    RequestTimeout,
    UnsupportedMediaType,
)

PIECE_BYTES = 262_144
"""Bytes of one upload in memory, before they are written."""

PATIENCE_S = 30.0
SLOWEST_BYTES_S = 16_384
"""How long a whole body may take: `PATIENCE_S`, and its greatest size at this speed."""


class FileUpload:
    """The body of a request, as a file; nothing of it is read until it is asked for.

    Args:
        request: Whose body it is.
        folder: Where files are kept.
        media_types: Those that it may be of.
        max_bytes: The most that are read.
    """

    def __init__(
        self, request: Request, folder: Folder, media_types: tuple[str, ...], max_bytes: int
    ) -> None:
        self.folder = folder
        self._request = request
        self._media_types = media_types
        self._max_bytes = max_bytes

    async def receive(self, key: str) -> StoredFile:
        """The whole body, on the disk under a key.

        Raises:
            UnsupportedMediaType: It is of another media type, or does not begin as its type does.
            PayloadTooLarge: It is longer than it may be; what came of it is gone.
            Invalid: It is empty.
            RequestTimeout: It comes too slowly.
            BadRequest: The connection ended before it did.
            InsufficientStorage: There is no room for it.
            Unavailable: The disk does not serve.
        """
        media_type = self._media_type()
        lift_limit(self._request.scope, self._max_bytes)
        draft = self.folder.draft()  # at once: what is cancelled here could not drop it
        try:
            async with asyncio.timeout(PATIENCE_S + self._max_bytes / SLOWEST_BYTES_S):
                async for piece in self._pieces():
                    if draft.size == 0 and not is_so(media_type, piece):
                        raise UnsupportedMediaType(f"The content is not what `{media_type}` is.")
                    await asyncio.to_thread(draft.write, piece)
            if draft.size == 0:
                raise Invalid(errors=[FieldError("body", "The file is empty.")])
            return await asyncio.to_thread(draft.keep, key, media_type)
        except TimeoutError:
            raise RequestTimeout from None
        except ClientDisconnect:
            raise BadRequest("The connection ended before the body did.") from None
        finally:
            draft.drop()

    def _media_type(self) -> str:
        said = self._request.headers.getlist("content-type")
        media_type = said[0].partition(";")[0].strip().lower() if len(said) == 1 else ""
        if media_type not in self._media_types:
            accepted = ", ".join(self._media_types)
            raise UnsupportedMediaType(
                f"Send the file itself as body, with one `Content-Type`: {accepted}.",
                headers={"Accept": accepted},
            )
        return media_type

    async def _pieces(self) -> AsyncIterator[bytes]:
        """The body in pieces that are worth a trip to the disk."""
        held = bytearray()
        async for piece in self._request.stream():
            held += piece
            if len(held) >= PIECE_BYTES:
                yield bytes(held)
                held.clear()
        if held:
            yield bytes(held)
