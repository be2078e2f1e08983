"""Tokens of clients: signed, verified, introspected, revoked.

What a token is good for is never more than its key is good for now: a key that ends, or an
account that may less, counts within a second, as for the key itself.
"""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col, select

from keel.auth.api_keys.model import ApiKey
from keel.auth.client_credentials.claims import FORM, ClientClaims, is_of_client
from keel.auth.client_credentials.model import RevokedToken
from keel.auth.client_credentials.scopes import narrowed
from keel.auth.tokens.access import InvalidToken
from keel.auth.tokens.signature import payload_of, sign

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.access import Caller
    from keel.auth.api_keys.verifier import ApiKeys
    from keel.auth.tokens.access import Access
    from keel.auth.tokens.access_tokens import AccessTokens


class ClientTokens:
    """The tokens of one backend's clients.

    Args:
        api_keys: The keys that tokens are got by.
        tokens: What has the keys of signatures.
        issuer: The URL that tokens are from, and for.
    """

    def __init__(self, api_keys: "ApiKeys", tokens: "AccessTokens", issuer: str) -> None:
        self.issuer = issuer
        self._api_keys = api_keys
        self._tokens = tokens
        self._ring = tokens.keys

    @staticmethod
    def is_one(token: str) -> bool:
        """Whether this is a client's token, good or not."""
        return is_of_client(token)

    def sign(self, access: "Access", key_id: UUID, scope: str) -> str:
        """A token for what a key vouches for, as long as that is known to be so."""
        moments = access.signed_at, access.ends_at
        claims = ClientClaims.new(self.issuer, key_id, scope, *moments)
        return sign(claims.model_dump_json().encode(), self._tokens.keys, FORM)

    def read(self, token: str) -> ClientClaims:
        """What a token says, once it is sure that we signed it and it has not ended.

        Raises:
            InvalidToken: It is forged, expired, of another kind, or no token at all.
        """
        try:
            return ClientClaims.read(payload_of(token, self._tokens.keys, FORM), self.issuer)
        except Exception as error:  # whatever a stranger's bytes do to a parser, the answer is one
            raise InvalidToken from error

    async def verify(self, session: "AsyncSession", token: str) -> "Caller":
        """Who calls: the owner of the key that the token was got by, with no more than it says.

        Raises:
            InvalidToken: The token is not good, its key has ended, or its account has.
        """
        self._forget_other_keys()
        return await self._api_keys.vouched_for(
            token, lambda: self.look_up(session, self.read(token))
        )

    async def look_up(self, session: "AsyncSession", claims: ClientClaims) -> "Access":
        """What a token that says this vouches for now: one statement.

        Raises:
            InvalidToken: It was revoked, its key has ended, or its account has.
        """
        revoked = select(RevokedToken.id).where(col(RevokedToken.id) == UUID(claims.jti)).exists()
        its = col(ApiKey.id) == UUID(claims.client_id)
        access = await self._api_keys.look_up(session, its, ~revoked)
        caller = narrowed(access.caller, claims.scope)
        return replace(access, caller=caller, ends_at=min(access.ends_at, claims.exp))

    def _forget_other_keys(self) -> None:
        """What a signing key vouched for that is no more has to be verified anew."""
        if self._tokens.keys is not self._ring:
            self._ring = self._tokens.keys
            self._api_keys.forget_all()
