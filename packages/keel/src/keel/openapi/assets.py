"""Swagger UI's two files, served by the backend itself: no other host sees who reads.

They are kept and sent as gzip, which every browser takes; `swagger_ui/README.md` says where they
are from. Their path has the version, so browsers may keep them for good (RFC 8246).
"""

import gzip
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from keel.problems import NotFound

VERSION = "5.35.0"
SCRIPT, STYLE = "swagger-ui-bundle.js", "swagger-ui.css"
DIGESTS = {
    SCRIPT: "e6a898692f2d768e807c3ba4626068a69a2c5dd960dd6c76f3e4d3a3de180af2",
    STYLE: "5ed08757e53da3e026d6cbecc61fe5d43585c9560b302d534ad56692519a273d",
}
"""The SHA-256 of each file as npm's `swagger-ui-dist` has it, in hex."""

_FOLDER = Path(__file__).with_name("swagger_ui")
_TYPES = {SCRIPT: "text/javascript; charset=utf-8", STYLE: "text/css; charset=utf-8"}
_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "vary": "accept-encoding",
}


async def swagger_ui_file(request: Request) -> Response:
    """One of the files at `/docs/{version}/{name}`.

    Raises:
        NotFound: There is no such file in this version.
    """
    version, name = request.path_params["version"], request.path_params["name"]
    if version != VERSION or name not in _TYPES:
        raise NotFound
    packed, headers = _packed(name), _HEADERS
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers = {**_HEADERS, "content-encoding": "gzip"}
    else:
        packed = gzip.decompress(packed)
    return Response(packed, media_type=_TYPES[name], headers=headers)


@cache
def _packed(name: str) -> bytes:
    return (_FOLDER / f"{name}.gz").read_bytes()
