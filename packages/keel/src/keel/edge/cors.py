"""Which web pages may call."""

from collections.abc import Sequence
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp

from keel.problems import BadRequest

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
EXPOSED = ("Link", "Location", "Retry-After", "WWW-Authenticate", "X-Request-ID")


class Cors(CORSMiddleware):
    """Starlette's, with problems for answers.

    Cookies are never allowed along: callers are known by the token they send themselves.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        super().__init__(
            app,
            allow_origins=origins,
            allow_methods=METHODS,
            allow_headers=["*"],
            expose_headers=EXPOSED,
        )

    def preflight_response(self, request_headers: Headers) -> Response:
        """The answer to a browser that asks before it calls.

        Raises:
            BadRequest: The page, or what it wants to send, is not allowed.
        """
        response = super().preflight_response(request_headers)
        if response.status_code != HTTPStatus.OK:
            raise BadRequest(f"{bytes(response.body).decode()}.")
        return response
