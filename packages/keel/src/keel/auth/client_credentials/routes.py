"""The endpoints of clients: tokens, and what becomes of them.

Source: RFC 6749 section 4.4 (tokens), RFC 7009 (revocation), RFC 7662 (introspection).
"""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from keel.access import anyone
from keel.auth.client_credentials import exchange
from keel.auth.client_credentials.refusals import REFUSALS, OAuthRoute
from keel.auth.client_credentials.schemas import (
    ClientToken,
    Introspection,
    TokenNamed,
    TokenRequest,
)
from keel.auth.guard import allow
from keel.data import Session

TOKEN_PATH = "/auth/token"  # noqa: S105 - a path
REVOKE_PATH = "/auth/revoke"
INTROSPECT_PATH = "/auth/introspect"

router = APIRouter(tags=["auth"], route_class=OAuthRoute)


@router.post(TOKEN_PATH, dependencies=[allow(anyone)], responses=REFUSALS)
async def issue_token(
    body: Annotated[TokenRequest, Form()], request: Request, response: Response, session: Session
) -> ClientToken:
    """Get a short token for an API key, with as much or less than the key may."""
    response.headers["Cache-Control"] = "no-store"
    return await exchange.issue(request, session, body)


@router.post(REVOKE_PATH, dependencies=[allow(anyone)], responses=REFUSALS)
async def revoke_token(
    body: Annotated[TokenNamed, Form()], request: Request, session: Session
) -> None:
    """Let a token of the client's be worth nothing from now on; one that is none is no mistake."""
    await exchange.revoke(request, session, body)


@router.post(
    INTROSPECT_PATH,
    dependencies=[allow(anyone)],
    responses=REFUSALS,
    response_model_exclude_none=True,
)
async def introspect_token(
    body: Annotated[TokenNamed, Form()], request: Request, response: Response, session: Session
) -> Introspection:
    """Tell what a token is worth now, if it is of a client of the same owner."""
    response.headers["Cache-Control"] = "no-store"
    return await exchange.introspect(request, session, body)
