"""Tokens that were verified already: their signatures need not be checked again."""

from collections import OrderedDict
from hashlib import sha256

from keel.auth.tokens.access import Access

MOST = 10_000


class Remembered:
    """What verified tokens vouch for, the ones used last; of a token itself only a digest.

    A signature that was right stays right: what may change is time, which who asks looks at, and
    the keys, after which all is to be forgotten.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Access] = OrderedDict()

    def get(self, token: str) -> Access | None:
        """What a token vouches for, if it was verified before."""
        digest = _digest(token)
        if access := self._known.get(digest):
            self._known.move_to_end(digest)
        return access

    def add(self, token: str, access: Access) -> None:
        """Remember a token, in the place of the one whose last use is longest ago."""
        self._known[_digest(token)] = access
        if len(self._known) > self._most:
            self._known.popitem(last=False)

    def forget_all(self) -> None:
        """Let every token be verified anew."""
        self._known.clear()


def _digest(token: str) -> bytes:
    return sha256(token.encode(errors="replace")).digest()
