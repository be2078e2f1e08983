"""Where others find the keys that verify our tokens. Source: RFC 7517 section 5; RFC 8615."""

import time
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from keel.access import anyone
from keel.auth.guard import allow
from keel.data import Output

if TYPE_CHECKING:
    from keel.auth.tokens.access_tokens import AccessTokens

KEPT_S = 300

well_known_router = APIRouter(prefix="/.well-known", tags=["auth"])


class JwkSet(Output):
    """Public keys. Source: RFC 7517 section 5."""

    keys: Annotated[list[dict[str, Any]], Field(description="Each a JSON Web Key.")]


@well_known_router.get("/jwks.json", dependencies=[allow(anyone)])
async def read_keys(request: Request, response: Response) -> JwkSet:
    """Read the public keys that verify access tokens; a new one is here before it signs."""
    tokens: AccessTokens = request.app.state.tokens
    response.headers["Cache-Control"] = f"public, max-age={KEPT_S}"
    return JwkSet.model_validate(tokens.keys.public(time.time()))
