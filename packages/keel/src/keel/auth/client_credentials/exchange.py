"""A key against a token; and a token that ends early, or that somebody asks about."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from keel.audit import record
from keel.auth.api_keys.model import ApiKey
from keel.auth.client_credentials.clients import authenticate
from keel.auth.client_credentials.model import RevokedToken
from keel.auth.client_credentials.refusals import Refused
from keel.auth.client_credentials.schemas import (
    ClientForm,
    ClientToken,
    Introspection,
    TokenNamed,
    TokenRequest,
)
from keel.auth.client_credentials.scopes import granted
from keel.auth.sessions.device import Device
from keel.auth.standing.noting import note_change
from keel.auth.tokens.access import InvalidToken
from keel.data.types.clock import now

if TYPE_CHECKING:
    from fastapi import Request
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.client_credentials.tokens import ClientTokens
    from keel.auth.tokens.access import Access

GRANT = "client_credentials"


async def issue(request: "Request", session: "AsyncSession", body: TokenRequest) -> ClientToken:
    """A token for the client, good for the settings' `access_token_s` or as long as its key.

    Raises:
        Refused: The client is not known, or asks for another grant or too much.
    """
    key_id, access = await _client(request, session, body)
    if body.grant_type != GRANT:
        raise Refused("unsupported_grant_type", f"The one grant here is {GRANT}.")
    scope = granted(access.caller, body.scope)
    token = _tokens(request).sign(access, key_id, scope)
    lives_s = access.ends_at - access.signed_at
    return ClientToken(access_token=token, expires_in=lives_s, scope=scope)


async def revoke(request: "Request", session: "AsyncSession", body: TokenNamed) -> None:
    """End a token; what is none, or has ended, is no mistake (RFC 7009 section 2.2).

    Raises:
        Refused: The client is not known, or the token is another's.
    """
    key_id, access = await _client(request, session, body)
    try:
        claims = _tokens(request).read(body.token)
    except InvalidToken:
        return
    if claims.client_id != str(key_id):
        raise Refused("invalid_grant", "The token is not this client's.")
    # One after the other for each key, lest two that revoke one token at once both write its row.
    await session.exec(select(ApiKey.id).where(col(ApiKey.id) == key_id).with_for_update())
    await session.exec(delete(RevokedToken).where(col(RevokedToken.expires_at) <= now()))
    ends_at = datetime.fromtimestamp(claims.exp, UTC)
    await session.merge(RevokedToken(id=UUID(claims.jti), expires_at=ends_at))
    note_change(session, access.caller.id)
    who: dict[str, Any] = {"actor_id": access.caller.id, "subject_id": key_id}
    address = Device.of(request).address
    record(session, "client_token_revoked", **who, subject="api_key", address=address)


async def introspect(
    request: "Request", session: "AsyncSession", body: TokenNamed
) -> Introspection:
    """What a token is worth now; one of another owner's is worth nothing to who asks.

    Raises:
        Refused: The client is not known.
    """
    _, asking = await _client(request, session, body)
    tokens = _tokens(request)
    try:
        claims = tokens.read(body.token)
        access = await tokens.look_up(session, claims)
    except InvalidToken:
        return Introspection(active=False)
    if access.caller.id != asking.caller.id:
        return Introspection(active=False)
    said = claims.model_dump()
    return Introspection(active=True, token_type="Bearer", **said)  # noqa: S106 - a scheme


async def _client(
    request: "Request", session: "AsyncSession", form: ClientForm
) -> "tuple[UUID, Access]":
    return await authenticate(request, session, request.app.state.api_keys, form)


def _tokens(request: "Request") -> "ClientTokens":
    tokens: ClientTokens = request.app.state.client_tokens
    return tokens
