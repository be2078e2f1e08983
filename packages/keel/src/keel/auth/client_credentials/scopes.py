"""Scopes: the words in which an API key says what it may, so that a token may less.

Every token reads. `write` changes things, and `permission:NAME` uses a permission.
Source: RFC 6749 section 3.3.
"""

from dataclasses import replace

from keel.access import Caller
from keel.auth.client_credentials.refusals import Refused

READ = "read"
WRITE = "write"
PERMISSION = "permission:"


def scopes_of(caller: Caller) -> frozenset[str]:
    """All that a key may give to a token."""
    writing = set[str]() if caller.is_reading else {WRITE}
    return frozenset({READ} | writing | {f"{PERMISSION}{each}" for each in caller.permissions})


def granted(caller: Caller, asked: str) -> str:
    """The scope of a token: what was asked for, or all of it.

    Raises:
        Refused: The key may not give that.
    """
    allowed = scopes_of(caller)
    wanted = frozenset(asked.split()) or allowed
    if not wanted <= allowed:
        raise Refused("invalid_scope", f"This key can give: {' '.join(sorted(allowed))}.")
    return " ".join(sorted(wanted | {READ}))


def narrowed(caller: Caller, scope: str) -> Caller:
    """Who calls with a token: no more than its key may now, and no more than it says."""
    words = frozenset(scope.split())
    return replace(
        caller,
        permissions=frozenset(p for p in caller.permissions if f"{PERMISSION}{p}" in words),
        is_reading=caller.is_reading or WRITE not in words,
    )
