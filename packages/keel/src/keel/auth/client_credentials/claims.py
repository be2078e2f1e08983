"""The claims of a client's token: which key, what scope, from whom and for whom.

The `typ` is not that of people's tokens, so that neither is taken for the other.
Source: RFC 9068 section 2.2; RFC 8725 section 3.11.
"""

import binascii
import json
from base64 import urlsafe_b64decode
from typing import Any
from uuid import UUID, uuid4

from joserfc.jwt import JWTClaimsRegistry
from pydantic import BaseModel, ConfigDict

from keel.auth.tokens.claims import LEEWAY_S
from keel.auth.tokens.signature import Form

FORM = Form("client+jwt")


class ClientClaims(BaseModel):
    """What a client's token says; `sub` and `client_id` are the API key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    iss: str
    aud: str
    sub: str
    client_id: str
    jti: str
    iat: int
    exp: int
    scope: str

    @classmethod
    def new(cls, issuer: str, key_id: UUID, scope: str, iat: int, exp: int) -> "ClientClaims":
        """Those of a token that nobody has yet; moments in Unix seconds."""
        named = {"sub": str(key_id), "client_id": str(key_id), "jti": str(uuid4())}
        return cls(iss=issuer, aud=issuer, iat=iat, exp=exp, scope=scope, **named)

    @classmethod
    def read(cls, payload: bytes, issuer: str) -> "ClientClaims":
        """What a token says, once each claim has been checked.

        Raises:
            Exception: Something is missing, wrong, or too late; of many kinds.
        """
        said: dict[str, Any] = json.loads(payload)
        ours: Any = {"essential": True, "value": issuer}
        JWTClaimsRegistry(leeway=LEEWAY_S, iss=ours, aud=ours).validate(said)
        return cls(**said)


def is_of_client(token: str) -> bool:
    """Whether a token says of itself that it is a client's; nothing of it is checked."""
    head = token.partition(".")[0]
    try:
        header: Any = json.loads(urlsafe_b64decode(head + "=" * (-len(head) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return False
    match header:
        case {"typ": FORM.type}:
            return True
        case _:
            return False
