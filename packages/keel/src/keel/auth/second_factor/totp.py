"""Codes that change with time, as authenticator apps show them.

Twenty lines of `hmac`: what is hard about them (each good once, guesses counted) no library does.
SHA-1 and six digits are what every app knows; HMAC does not rest on collisions (RFC 6194 section
3.3). Source: RFC 6238 section 4; RFC 4226 section 5.3.
"""

import hmac
from base64 import b32encode
from urllib.parse import quote

STEP_S = 30
DIGITS = 6
TOLERANCE = 1
"""Steps that a clock may be apart. Source: RFC 6238 section 5.2."""


def code_at(secret: bytes, step: int) -> str:
    """The code of a step of time."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_of(secret: bytes, code: str, moment: float) -> int | None:
    """The step that a code belongs to, now or a moment ago or hence; the same work for each code.

    Args:
        secret: What the app has.
        code: What somebody typed.
        moment: Unix time.
    """
    now, typed = int(moment // STEP_S), code.encode(errors="replace")
    near = range(now - TOLERANCE, now + TOLERANCE + 1)
    fits = [step for step in near if hmac.compare_digest(code_at(secret, step).encode(), typed)]
    return max(fits, default=None)


def as_typed(secret: bytes) -> str:
    """A secret as people type it into an app: Base32, without its padding."""
    return b32encode(secret).decode().rstrip("=")


def uri_of(secret: bytes, backend: str, email: str) -> str:
    """What a QR code shows to an app; its algorithm, digits and period are those of every app.

    Source: the Key URI Format of Google Authenticator, which all apps read.
    """
    label = quote(f"{backend}:{email}", safe="")
    return f"otpauth://totp/{label}?secret={as_typed(secret)}&issuer={quote(backend, safe='')}"
