"""The key itself: a prefix that scanners find in code and logs, and 256 random bits.

Source: OWASP ASVS 5.0 requirement 11.5.1 (128 random bits and more).
"""

import secrets
from hashlib import sha256

PREFIX = "keel_key_"
SECRET_BYTES = 32
HINT_CHARS = len(PREFIX) + 6


def new_key() -> str:
    """A key that nobody has."""
    return PREFIX + secrets.token_urlsafe(SECRET_BYTES)


def hash_of(key: str) -> str:
    """What is stored of a key, in hex."""
    return sha256(key.encode(errors="replace")).hexdigest()
