"""A request's body on its way in: no longer than allowed, and sound where it says JSON."""

import re
from collections.abc import Mapping
from itertools import accumulate

from pydantic_core import from_json
from starlette.types import Message, Receive, Scope

from keel.problems import FieldError, Invalid, PayloadTooLarge, UnsupportedMediaType

DEEPEST = 64
IN_SCOPE = "keel.body"
# The closing quote may be missing: a scan that gave up there would start again at each quote.
STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


class Body:
    """Stands in for the server's `receive`; costs nothing until the body is read.

    A JSON body is read whole and checked before the app sees it, so that what Python's own
    parser takes but JSON does not have (NaN, lone surrogates, other encodings than UTF-8), and
    what would exhaust it, never reaches a route.
    """

    __slots__ = ("_headers", "_is_file", "_limit", "_receive", "_size")

    def __init__(self, receive: Receive, headers: Mapping[bytes, bytes], limit: int) -> None:
        self._receive = receive
        self._headers = headers
        self._limit = limit
        self._is_file = False
        self._size = 0

    def be_file(self, limit: int) -> None:
        """Let as many bytes in as this says, as they come, also where they say they are JSON."""
        self._is_file, self._limit = True, limit

    async def __call__(self) -> Message:
        """The next piece of the body.

        Raises:
            PayloadTooLarge: The body is, or says it is, longer than the limit.
            UnsupportedMediaType: The body is compressed.
            Invalid: The body says it is JSON and is not, or is nested too deeply.
        """
        if self._size == 0:
            self._check_headers()
        if not self._is_file and _is_json(self._headers.get(b"content-type", b"")):
            return await self._whole()
        return await self._piece()

    def _check_headers(self) -> None:
        length = self._headers.get(b"content-length", b"")
        if length.isdigit() and int(length) > self._limit:
            raise self._too_large()
        if self._headers.get(b"content-encoding", b"identity").lower() != b"identity":
            raise UnsupportedMediaType(
                "Send the body uncompressed.", headers={"Accept-Encoding": "identity"}
            )

    def _too_large(self) -> PayloadTooLarge:
        return PayloadTooLarge(f"The body is too large; at most {self._limit} bytes are read.")

    async def _piece(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > self._limit:
            raise self._too_large()
        return message

    async def _whole(self) -> Message:
        pieces: list[bytes] = []
        more = True
        while more:
            message = await self._piece()
            if message["type"] != "http.request":
                return message
            pieces.append(message.get("body", b""))
            more = message.get("more_body", False)
        body = b"".join(pieces)
        if body:
            check_json(body)
        return {"type": "http.request", "body": body, "more_body": False}


def lift_limit(scope: Scope, limit: int) -> None:
    """Let the body of one request be a file of at most so many bytes, whatever others may be."""
    body: Body = scope[IN_SCOPE]
    body.be_file(limit)


def check_json(text: bytes) -> None:
    """Let pass what RFC 8259 calls JSON, in UTF-8, at most 64 deep.

    Raises:
        Invalid: It is not.
    """
    # Counting is cheap, and a text with so few brackets cannot be too deep.
    if text.count(b"[") + text.count(b"{") > DEEPEST and _is_too_deep(text):
        raise _malformed(f"Nested more than {DEEPEST} deep.")
    try:
        from_json(text, allow_inf_nan=False)
    except ValueError as failure:
        raise _malformed(f"Not valid JSON: {failure}.") from None


def _is_json(content_type: bytes) -> bool:
    # To the letter what FastAPI goes by: a body it parses must not pass unchecked.
    kind = content_type.decode("latin-1").partition(";")[0].strip().lower()
    return kind == "application/json" or (
        kind.startswith("application/") and kind.endswith("+json")
    )


def _is_too_deep(text: bytes) -> bool:
    brackets = STRINGS.sub(b"", text).translate(None, delete=NO_BRACKETS)
    depths = accumulate(1 if bracket in b"[{" else -1 for bracket in brackets)
    return any(depth > DEEPEST for depth in depths)


def _malformed(message: str) -> Invalid:
    return Invalid("The body is not valid.", errors=[FieldError("body", message)])
