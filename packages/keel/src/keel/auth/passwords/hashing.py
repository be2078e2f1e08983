"""Passwords: kept as Argon2id, hashed off the event loop, a few at a time.

Source: RFC 9106; the cost is what OWASP's Password Storage Cheat Sheet asks for at least.
"""

import asyncio
import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Annotated

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.base import HasherProtocol
from pydantic import Field

MEMORY_KIB = 19_456
PASSES = 2
LANES = 1

# The least where a password is the only factor: NIST SP 800-63B-4 section 3.1.1.2.
MIN_CHARS = 15
MAX_CHARS = 1_024

NewPassword = Annotated[
    str,
    Field(
        min_length=MIN_CHARS,
        max_length=MAX_CHARS,
        json_schema_extra={"format": "password", "writeOnly": True},
        examples=["seven-quiet-otters-rowing"],
    ),
]
"""A password somebody chooses; the settings may ask for a longer one."""

NOBODYS_HASH = f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${'A' * 22}${'A' * 43}"
"""Fits no password; costs the time of a real one, so that an unknown account looks like a known."""


def _bcrypt() -> HasherProtocol:
    from pwdlib.hashers.bcrypt import BcryptHasher  # noqa: PLC0415 - an extra

    return BcryptHasher()


# bcrypt's are those of accounts that came from elsewhere; each is replaced when it is used.
_OLDER = [_bcrypt()] if find_spec("bcrypt") else []
_HASHES = PasswordHash([Argon2Hasher(PASSES, MEMORY_KIB, LANES), *_OLDER])
# One core is left to the event loop; more threads than four would only fill memory.
_THREADS = ThreadPoolExecutor(max(1, min(4, (os.cpu_count() or 1) - 1)), "argon2")


async def hash_password(password: str) -> str:
    """A new hash, with a salt of its own; about 20 ms of one core."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREADS, _HASHES.hash, _normal(password))


async def check_password(password: str, stored: str) -> tuple[bool, str | None]:
    """Whether a password fits a stored hash; if so, a new hash when that one is too weak."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREADS, _check, _normal(password), stored)


def _check(password: bytes, stored: str) -> tuple[bool, str | None]:
    try:
        return _HASHES.verify_and_update(password, stored)
    except UnknownHashError:
        return False, None


def _normal(password: str) -> bytes:
    """One spelling for what looks the same: NFKC (NIST SP 800-63B-4 section 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password).encode()
