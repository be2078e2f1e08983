"""Refresh tokens: opaque, kept only as a hash, each one followed by exactly one other.

A token is 48 random bytes: which family it belongs to, and a secret that changes with each use.
The next secret follows from the last one and a key of the app, so that the same question within
a moment (two tabs, a lost answer) gets the same answer; without the key it cannot be guessed.
Source: RFC 9700 section 4.14.2 (rotation); RFC 6749 section 10.4.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

FAMILY_BYTES = 16
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class RefreshToken:
    """One token of a family; `str(token)` is what the client holds, 64 characters."""

    family: bytes
    secret: bytes

    @classmethod
    def of_new_family(cls) -> Self:
        """The first token of a sign-in."""
        return cls(secrets.token_bytes(FAMILY_BYTES), secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """A token as the client sent it; `None` when it cannot be one."""
        try:
            raw = urlsafe_b64decode(text.encode("ascii"))
        except ValueError:
            return None
        token = cls(raw[:FAMILY_BYTES], raw[FAMILY_BYTES:])
        return token if len(raw) == FAMILY_BYTES + SECRET_BYTES and str(token) == text else None

    def successor(self, key: bytes) -> Self:
        """The one token that follows this one."""
        secret = hmac.digest(key, self.family + self.secret, "sha256")
        return type(self)(self.family, secret)

    @property
    def family_hash(self) -> str:
        """What is stored of the family's name, in hex."""
        return sha256(self.family).hexdigest()

    @property
    def hash(self) -> str:
        """What is stored of the token, in hex; 256 random bits need no slow hash."""
        return sha256(self.family + self.secret).hexdigest()

    def __str__(self) -> str:
        return urlsafe_b64encode(self.family + self.secret).decode()
