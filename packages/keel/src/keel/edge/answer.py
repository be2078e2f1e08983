"""An answer on its way out."""

from collections.abc import Callable

from starlette.types import Message, Send

from keel.edge.headers import Headers, with_defaults


class Answer:
    """Stands in for the server's `send`: adds headers, and leaves the body off for `HEAD`.

    Attributes:
        status: The status it was given; `None` as long as nothing was answered.

    Args:
        send: The server's.
        headers: Those of every answer.
        late: Those that are only known once the request has found its route.
        is_head: Whether the body is left off.
    """

    __slots__ = ("_headers", "_is_head", "_late", "_send", "status")

    def __init__(
        self, send: Send, headers: Headers, late: Callable[[], Headers], *, is_head: bool
    ) -> None:
        self._send = send
        self._headers = headers
        self._late = late
        self._is_head = is_head
        self.status: int | None = None

    async def __call__(self, message: Message) -> None:
        """Pass one message on to the server."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = with_defaults(message["headers"], [*self._headers, *self._late()])
        elif self._is_head and message["type"] == "http.response.body":
            message["body"] = b""
        await self._send(message)
