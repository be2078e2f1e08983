"""Access tokens: short-lived, signed, worth nothing where another kind is expected.

Loaded when an app starts, because the library behind it takes long; whoever only reads an app
does without.

Source: RFC 9068 section 2.1 (`at+jwt`) and section 4 (verification).
"""

import time
from typing import TYPE_CHECKING

from keel.access import Caller
from keel.auth.keys.ring import KeyRing
from keel.auth.keys.watched import WatchedKeys
from keel.auth.tokens.access import Access, InvalidToken
from keel.auth.tokens.claims import LEEWAY_S, access_of, claims_of
from keel.auth.tokens.remembered import Remembered
from keel.auth.tokens.signature import Form, payload_of, sign

if TYPE_CHECKING:
    from keel.settings import Settings

FORM = Form("at+jwt")


class AccessTokens:
    """The access tokens of one backend; no other can sign or read them.

    Raises:
        SettingsError: The settings name no good keys.
    """

    def __init__(self, settings: "Settings") -> None:
        self._life_s = settings.access_token_s
        self._remembered = Remembered()
        self._keys = WatchedKeys(settings, self._remembered.forget_all)

    @property
    def keys(self) -> KeyRing:
        """What signs and verifies them now."""
        return self._keys.ring()

    def sign(self, caller: Caller, session_ends_at: float) -> tuple[str, int]:
        """A token good for the settings' `access_token_s` seconds, and no longer than its session.

        Args:
            caller: Who it is for.
            session_ends_at: Unix time at which the sign-in ends.

        Returns:
            The token, and the seconds that it is good for.
        """
        now = int(time.time())
        ends_at = int(min(now + self._life_s, session_ends_at))
        return sign(claims_of(caller, now, ends_at), self.keys, FORM), max(ends_at - now, 0)

    def verify(self, token: str) -> Access:
        """What a token vouches for, once all of it has been checked.

        One that was verified before costs a digest, and a look at the clock.

        Raises:
            InvalidToken: It is forged, expired, of another kind, or no token at all.
        """
        keys = self.keys  # looked at first: what other keys signed is then forgotten
        access = self._remembered.get(token) or self._verified(token, keys)
        # Also when the life was made shorter since it was signed.
        ends_at = min(access.ends_at, access.signed_at + self._life_s)
        if ends_at + LEEWAY_S < time.time():
            raise InvalidToken
        return access

    def _verified(self, token: str, keys: KeyRing) -> Access:
        try:
            access = access_of(payload_of(token, keys, FORM))
        except Exception as error:  # whatever a stranger's bytes do to a parser, the answer is one
            raise InvalidToken from error
        self._remembered.add(token, access)
        return access
