"""Takes requests straight to their endpoint, or leaves them to FastAPI."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from keel.dispatch.parameters import Unfit
from keel.dispatch.table import Table

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Dispatcher:
    """Stands right before FastAPI's router, inside every middleware.

    Routes that are added once requests came are not in its table; FastAPI finds them.

    Args:
        app: What answers everything else.
        fastapi: The app whose operations are laid out.
    """

    def __init__(self, app: ASGIApp, fastapi: FastAPI) -> None:
        self.app = app
        self.fastapi = fastapi

    @cached_property
    def table(self) -> Table:
        """The operations that are laid out, once the first request comes."""
        return Table(self.fastapi.routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        found = self.table.find(scope["method"], scope["path"]) if self._may(scope) else None
        if found is None:
            await self.app(scope, receive, send)
            return
        operation, path_params = found
        scope["router"] = self.fastapi.router
        scope["route"] = operation.route
        scope["endpoint"] = operation.endpoint
        scope["path_params"] = path_params
        body = b""
        try:
            if operation.has_body:
                body, receive = await _read(receive)
            await operation(scope, receive, send, body)
        except Unfit:
            await self.app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - it is raised again where nobody handles it
            await self._fail(error, scope, receive, send)

    def _may(self, scope: Scope) -> bool:
        return (
            scope["type"] == "http"
            and not scope.get("root_path")
            and not self.fastapi.dependency_overrides
            and "fastapi.telemetry" not in scope
        )

    async def _fail(self, error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an exception as Starlette would, or let it pass."""
        handlers: dict[Any, Any] = self.fastapi.exception_handlers
        handler = None
        if isinstance(error, HTTPException):
            handler = handlers.get(error.status_code)
        for kind in type(error).__mro__:
            handler = handler or (handlers.get(kind) if kind is not Exception else None)
        if handler is None:
            raise error
        response = await handler(Request(scope, receive), error)
        await response(scope, receive, send)


async def _read(receive: Receive) -> tuple[bytes, Receive]:
    """The body, and what gives it once more; none where the client left half-way."""
    messages: list[Message] = []
    more = True
    while more:
        messages.append(message := await receive())
        more = message.get("more_body", False)
    is_whole = all(message["type"] == "http.request" for message in messages)
    body = b"".join(message.get("body", b"") for message in messages if is_whole)
    again = iter(messages)

    async def replay() -> Message:
        for message in again:
            return message
        return await receive()

    return body, replay
