"""Tokens as anybody could write them: right or wrong, and signed by a key that is at hand."""

import base64
import hmac
import json
import time
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from keel import Settings
from keel.auth.keys.derive import derive_key
from keel.auth.keys.settings import derived_key
from people import KEY as SECRET

SETTINGS = Settings(
    _env_file=None,
    environment="test",
    database_url="sqlite://",
    secret_key=SECRET,
    access_token_s=86_400,  # so that nothing is refused for its age, however long the tests take
)
SEED = derive_key(SETTINGS, "access token")
KEY = derived_key(SETTINGS)
NOW = int(time.time())
LIFE_S = SETTINGS.access_token_s
HEADER: dict[str, Any] = {"alg": "Ed25519", "typ": "at+jwt", "kid": KEY.kid}


def claims(**changed: Any) -> dict[str, Any]:
    """What a good token says, with what is changed."""
    now = int(time.time())
    return {
        "iss": "keel.auth",
        "aud": "keel.api",
        "sub": str(uuid4()),
        "sid": str(uuid4()),
        "role": "member",
        "jti": str(uuid4()),
        "iat": now,
        "exp": now + LIFE_S,
    } | changed


def b64(raw: bytes | str) -> str:
    data = raw.encode() if isinstance(raw, str) else raw
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unsigned(header: object, payload: object) -> str:
    """The part of a token that is signed; text goes in as it is."""
    parts = [part if isinstance(part, str) else json.dumps(part) for part in (header, payload)]
    return ".".join(b64(part) for part in parts)


def signed(header: object = HEADER, payload: object = None, seed: bytes = SEED) -> str:
    """A token with a right signature, whatever it says."""
    body = unsigned(header, claims() if payload is None else payload)
    return f"{body}.{b64(Ed25519PrivateKey.from_private_bytes(seed).sign(body.encode()))}"


def mac(header: object, key: bytes, payload: object = None, digest: str = "sha256") -> str:
    """A token with the HMAC of a key."""
    body = unsigned(header, claims() if payload is None else payload)
    return f"{body}.{b64(hmac.digest(key, body.encode(), digest))}"
