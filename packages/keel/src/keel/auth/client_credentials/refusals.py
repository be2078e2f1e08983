"""Refusals in the words of OAuth, which its clients read in place of a problem.

Source: RFC 6749 section 5.2.
"""

from collections.abc import Mapping
from typing import Any, Literal

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import Field

from keel.data import Output
from keel.problems import Problem
from keel.problems.handlers import FORMS

ErrorCode = Literal[
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "invalid_scope",
    "unsupported_grant_type",
]


class OAuthRefusal(Output):
    """Why a client gets no token. Source: RFC 6749 section 5.2."""

    error: ErrorCode
    error_description: str = Field(description="The same in words.")


class Refused(Problem):
    """A refusal as RFC 6749 section 5.2 writes it.

    Args:
        error: One of the codes that clients know.
        description: What is wrong and what to do, in ASCII without quotes.
    """

    status = 400
    title = "Bad Request"
    media_type = "application/json"
    headers: Mapping[str, str] = {"Cache-Control": "no-store"}

    def __init__(self, error: ErrorCode, description: str) -> None:
        super().__init__(description)
        self.error = error

    def members(self, instance: str) -> dict[str, Any]:  # noqa: ARG002 - the parent's
        """What the document says."""
        return {"error": self.error, "error_description": self.detail}


class UnknownClient(Refused):
    """The client did not prove who it is."""

    status = 401
    title = "Unauthorized"
    headers: Mapping[str, str] = {
        "WWW-Authenticate": 'Basic realm="client"',
        "Cache-Control": "no-store",
    }

    def __init__(self) -> None:
        super().__init__("invalid_client", "The client is not known, or its key is not valid.")


class OAuthRoute(APIRoute):
    """A route that says in OAuth's words, too, what is wrong with a form."""

    def get_route_handler(self) -> Any:
        """What answers requests."""
        handle = super().get_route_handler()

        async def handle_form(request: Request) -> Any:
            names = [name for name, _ in (await request.form()).multi_items()]
            if len({*names}) < len(names):
                raise Refused("invalid_request", "A parameter stands more than once.")
            try:
                return await handle(request)
            except RequestValidationError as failure:
                if not request.headers.get("content-type", FORMS[1]).lower().startswith(FORMS):
                    raise
                names = sorted({str(error["loc"][-1]) for error in failure.errors()})
                said = f"Missing or malformed: {', '.join(names)}."
                raise Refused("invalid_request", said) from failure

        return handle_form


_SAID: dict[str, Any] = {"model": OAuthRefusal}
REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {**_SAID, "description": "The request makes no sense, or asks for too much."},
    401: {**_SAID, "description": "The client did not prove who it is."},
}
"""The `responses=` of a route that refuses so."""
