"""Access: what a token vouches for, and what becomes of one that vouches for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from keel.access import Caller
from keel.problems import Unauthorized


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token vouches for.

    Attributes:
        caller: Who it is for, as they were when it was signed.
        signed_at: Unix time in whole seconds.
        ends_at: Unix time from which it is worth nothing.
    """

    caller: Caller
    signed_at: int
    ends_at: int


class InvalidToken(Unauthorized):
    """There is a token, and it is not good (any more). Source: RFC 6750 section 3.1."""

    detail = "The access token is not valid or not any more; refresh it, or sign in again."
    headers: Mapping[str, str] = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
