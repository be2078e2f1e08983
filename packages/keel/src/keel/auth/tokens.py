"""Access tokens: short-lived, signed, worth nothing where another kind is expected.

Loaded when an app starts, because the library behind it takes long; whoever only reads an app
does without.

Source: RFC 9068 section 2 (`at+jwt` and its claims) and section 4 (verification); RFC 8725
sections 3.1 (one algorithm), 3.8, 3.9 and 3.11 (issuer, audience, explicit type).
"""

import time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from joserfc import jwt
from joserfc.jwk import OctKey
from joserfc.jws import JWSRegistry
from joserfc.registry import HeaderParameter

from keel.auth.access import Access, InvalidToken
from keel.auth.keys import derive_key

if TYPE_CHECKING:
    from keel.settings import Settings

ALGORITHM = "HS256"
TYPE = "at+jwt"
ISSUER = "keel.auth"
AUDIENCE = "keel.api"
LEEWAY_S = 5


def _is_access_type(value: object) -> None:
    if value != TYPE:
        raise ValueError(f"must be {TYPE}")


class _OurTokens(JWSRegistry):
    """Tokens as we make them: no `kid`, `jwk`, `jku`, `x5u` or `crit` that points elsewhere."""

    max_payload_length = 1_024
    default_header_registry = {  # noqa: RUF012 - the parent's own attribute
        "alg": HeaderParameter("Algorithm", "str", required=True),
        "typ": HeaderParameter("Type", _is_access_type, required=True),
    }


_FORM = _OurTokens(algorithms=[ALGORITHM])
_CLAIMS = jwt.JWTClaimsRegistry(
    leeway=LEEWAY_S,
    iss={"essential": True, "value": ISSUER},
    aud={"essential": True, "value": AUDIENCE},
    sub={"essential": True},
    sid={"essential": True},
    jti={"essential": True},
    iat={"essential": True},
    exp={"essential": True},
)


class AccessTokens:
    """The access tokens of one backend; no other can sign or read them."""

    def __init__(self, settings: "Settings") -> None:
        self._key = OctKey.import_key(derive_key(settings, "access token"))
        self._life_s = settings.access_token_s

    def sign(self, access: Access) -> str:
        """A token good for the settings' `access_token_s` seconds."""
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(access.account_id),
            "sid": str(access.session_id),
            "jti": str(uuid4()),
            "iat": now,
            "exp": now + self._life_s,
        }
        header = {"alg": ALGORITHM, "typ": TYPE}
        return jwt.encode(header, claims, self._key, registry=_FORM)

    def verify(self, token: str) -> Access:
        """What a token vouches for, once all of it has been checked.

        Raises:
            InvalidToken: It is forged, expired, of another kind, or no token at all.
        """
        try:
            claims = jwt.decode(token, self._key, registry=_FORM).claims
            _CLAIMS.validate(claims)
            return Access(account_id=UUID(claims["sub"]), session_id=UUID(claims["sid"]))
        except Exception as error:  # whatever a stranger's bytes do to a parser, the answer is one
            raise InvalidToken from error
