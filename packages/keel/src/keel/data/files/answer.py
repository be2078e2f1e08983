"""A file on its way out."""

import asyncio
import mimetypes
import re
from collections.abc import AsyncIterator
from typing import Any, BinaryIO
from uuid import UUID

from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from keel.data.files.folder import Folder
from keel.data.files.stored import StoredFile
from keel.data.service import Service
from keel.problems import NotFound, RangeNotSatisfiable, Unavailable

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
"""What browsers may show in place: pictures that hold no scripts. All else is a download."""

HARMLESS = "default-src 'none'; sandbox; frame-ancestors 'none'"
PIECE_BYTES = 65_536
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", re.ASCII)
_EXTENSIONS = mimetypes.MimeTypes(filenames=())


class FileAnswer(StreamingResponse):
    """A file, or the one part of it that `Range` asks for; several parts are not made.

    It is opened before the answer begins: what is sent is whole, even if it is replaced meanwhile.
    """

    def __init__(
        self,
        file: BinaryIO,
        stored: StoredFile,
        name: str,
        status_code: int = 200,  # FastAPI looks here for the status that it documents
    ) -> None:
        kind = "inline" if stored.media_type in SHOWN else "attachment"
        extension = _EXTENSIONS.guess_extension(stored.media_type, strict=False) or ".bin"
        super().__init__(
            self._pieces(0, stored.bytes),
            status_code,
            headers={
                "content-type": stored.media_type,
                "content-length": str(stored.bytes),
                "content-disposition": f'{kind}; filename="{name}{extension}"',
                "content-security-policy": HARMLESS,
                "accept-ranges": "bytes",
                "etag": f'"{stored.sha256}"',
            },
        )
        self._file = file
        self._size = stored.bytes

    @classmethod
    async def of(
        cls, service: Service[Any, Any, Any, Any], row_id: UUID, field: str, folder: Folder
    ) -> "FileAnswer":
        """The file that a row has in a field. One statement.

        Raises:
            NotFound: There is no such row, none that the caller may see, or it has no file.
            Unavailable: The row has a file, and the disk does not.
        """
        for _ in range(2):  # a file that was replaced after its row was read is looked for again
            stored = getattr(await service.repository.get(row_id), field)
            if stored is None:
                raise NotFound
            try:
                file = await asyncio.to_thread(folder.open, stored.key)
            except FileNotFoundError:
                await service.repository.session.rollback()
            else:
                return cls(file, stored, field.replace("_", "-"))
        raise Unavailable

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, or a part, or that who asks has it already.

        Raises:
            RangeNotSatisfiable: The part that is asked for begins behind the end.
        """
        headers, tag = Headers(scope=scope), self.headers["etag"]
        with self._file:
            if tag in re.split(r"\s*,\s*", headers.get("if-none-match", "")):
                known = {name: self.headers[name] for name in ("etag", "content-security-policy")}
                await Response(status_code=304, headers=known)(scope, receive, send)
                return
            if headers.get("if-range", tag) == tag:
                self._narrow(headers.get("range", ""))
            await super().__call__(scope, receive, send)

    def _narrow(self, asked: str) -> None:
        """Send only the part that is asked for. Source: RFC 9110 section 14."""
        found = _RANGE.fullmatch(asked)
        if found is None or (found[2] and int(found[2]) < int(found[1])):
            return
        start = max(self._size - int(found[3]), 0) if found[3] else int(found[1])
        end = min(int(found[2]) + 1, self._size) if found[2] else self._size
        if start >= end:
            raise RangeNotSatisfiable(headers={"Content-Range": f"bytes */{self._size}"})
        self.status_code = 206
        self.headers["content-range"] = f"bytes {start}-{end - 1}/{self._size}"
        self.headers["content-length"] = str(end - start)
        self.body_iterator = self._pieces(start, end)

    async def _pieces(self, start: int, end: int) -> AsyncIterator[bytes]:
        await asyncio.to_thread(self._file.seek, start)
        while start < end:
            piece = await asyncio.to_thread(self._file.read, min(PIECE_BYTES, end - start))
            if not piece:
                raise EOFError("a file is shorter than its row says")
            start += len(piece)
            yield piece
