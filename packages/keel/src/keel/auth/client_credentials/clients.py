"""Who a client is: it says the id of an API key, and the key. Source: RFC 6749 section 2.3.1."""

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus
from uuid import UUID

from sqlmodel import col

from keel.auth.api_keys.key import hash_of
from keel.auth.api_keys.model import ApiKey
from keel.auth.client_credentials.refusals import Refused, UnknownClient
from keel.auth.tokens.access import InvalidToken

if TYPE_CHECKING:
    from fastapi import Request
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.api_keys.verifier import ApiKeys
    from keel.auth.client_credentials.schemas import ClientForm
    from keel.auth.tokens.access import Access


async def authenticate(
    request: "Request", session: "AsyncSession", api_keys: "ApiKeys", form: "ClientForm"
) -> tuple[UUID, "Access"]:
    """The id of the client's key, and what the key vouches for now.

    Raises:
        Refused: It says who it is twice.
        UnknownClient: It does not say who it is, is not known, or has ended.
    """
    client_id, secret = _said(request.headers.getlist("authorization"), form)
    try:
        key_id = UUID(client_id)
        its = col(ApiKey.id) == key_id, col(ApiKey.key_hash) == hash_of(secret)
        access = await api_keys.look_up(session, *its)
    except (ValueError, InvalidToken) as error:
        raise UnknownClient from error
    api_keys.uses.note(key_id)
    return key_id, access


def _said(headers: list[str], form: "ClientForm") -> tuple[str, str]:
    """The id and the secret, by the header or by the form, and never by both."""
    if not headers:
        return form.client_id, form.client_secret
    if len(headers) > 1 or form.client_secret:
        raise Refused("invalid_request", "Say who you are once, by the header or by the form.")
    scheme, _, credentials = headers[0].partition(" ")
    if scheme.lower() != "basic":
        raise UnknownClient
    try:
        client_id, _, secret = b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise UnknownClient from error
    return unquote_plus(client_id), unquote_plus(secret)
