"""The claims of an access token: who, in which sign-in, and what they may do.

Source: RFC 9068 section 2.2; RFC 8725 sections 3.8 (issuer and subject) and 3.9 (audience).
"""

import json
from typing import Any
from uuid import UUID, uuid4

from joserfc.jwt import JWTClaimsRegistry

from keel.access import Caller
from keel.auth.tokens.access import Access

ISSUER = "keel.auth"
AUDIENCE = "keel.api"
LEEWAY_S = 5

_CHECKED = JWTClaimsRegistry(
    leeway=LEEWAY_S,
    iss={"essential": True, "value": ISSUER},
    aud={"essential": True, "value": AUDIENCE},
    sub={"essential": True},
    sid={"essential": True},
    role={"essential": True},
    jti={"essential": True},
    iat={"essential": True},
    exp={"essential": True},
)


def claims_of(caller: Caller, signed_at: int, ends_at: int) -> bytes:
    """The claims of a token, as JSON; moments in Unix seconds."""
    said: dict[str, Any] = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(caller.id),
        "sid": str(caller.session_id),
        "role": caller.role,
        "permissions": sorted(caller.permissions),
        "tenant": caller.tenant_id and str(caller.tenant_id),
        "jti": str(uuid4()),
        "iat": signed_at,
        "exp": ends_at,
    }
    return json.dumps(
        {name: value for name, value in said.items() if value not in (None, [])}
    ).encode()


def access_of(payload: bytes) -> Access:
    """What claims vouch for, once each has been checked.

    Raises:
        Exception: Something is missing, wrong, said twice, or too late; of many kinds.
    """
    claims: dict[str, Any] = json.loads(payload, object_pairs_hook=_each_once)
    _CHECKED.validate(claims)
    tenant = claims.get("tenant")
    caller = Caller(
        id=UUID(claims["sub"]),
        role=_text(claims["role"]),
        session_id=UUID(claims["sid"]),
        permissions=frozenset(map(_text, claims.get("permissions", []))),
        tenant_id=None if tenant is None else UUID(tenant),
    )
    return Access(caller, signed_at=int(claims["iat"]), ends_at=int(claims["exp"]))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: two readers could take it for two things."""
    claims = dict(pairs)
    if len(claims) < len(pairs):
        raise ValueError("a claim is said twice")
    return claims


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
