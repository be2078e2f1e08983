"""A key for each purpose, so that a token of one kind is worth nothing anywhere else."""

import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keel.settings import Settings


def derive_key(settings: "Settings", purpose: str) -> bytes:
    """The 32 bytes for one purpose, from `secret_key`.

    Source: RFC 5869 section 2.3, HKDF-Expand with SHA-256 and one block; the secret is long and
    random enough to skip HKDF-Extract (section 3.3).
    """
    secret = settings.secret_key.get_secret_value().encode()
    return hmac.digest(secret, purpose.encode() + b"\x01", "sha256")
