"""The net below everything: what nobody handled is logged once and answered whole."""

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from keel.problems import InternalError
from keel.problems.handlers import respond

log = logging.getLogger(__name__)


class Failures:
    """Answers an exception that nothing below handled.

    Stands inside Starlette's own net, which raises again after it answered: the server would
    then close the connection, and the answer would lack the headers of the edge.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Call the app; an answer that had begun is left broken, and the server ends it."""
        has_begun = False

        async def watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            if scope["type"] != "http":
                raise
            log.exception("request failed")
            if not has_begun:
                await respond(InternalError(), scope["path"])(scope, receive, send)
