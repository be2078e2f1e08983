"""The keys of access tokens: several at once, so that one can follow another without a gap.

What verifies is there before it signs, and stays for as long as what it signed is good.
"""

from collections.abc import Sequence
from typing import Any

from keel.auth.keys.signing_key import BadKeyError, SigningKey


class KeyRing:
    """Signing keys by their names.

    Raises:
        BadKeyError: There is none, or two have one name.
    """

    def __init__(self, keys: Sequence[SigningKey]) -> None:
        self._keys = {key.kid: key for key in keys}
        if not keys:
            raise BadKeyError("It has no key.")
        if len(self._keys) < len(keys):
            raise BadKeyError("Two keys have the same `kid`.")

    def signing(self, now: float) -> SigningKey | None:
        """The key that signs at a Unix time: of those that do by then, the last to begin."""
        begun = [key for key in self._keys.values() if key.signs_from <= now < key.ends_at]
        return max(begun, key=lambda key: key.signs_from, default=None)

    def find(self, kid: str, now: float) -> SigningKey | None:
        """The key of this name, while what it signed is good."""
        key = self._keys.get(kid)
        return key if key and now < key.ends_at else None

    def public(self, now: float) -> dict[str, list[dict[str, Any]]]:
        """A JWK Set of all that verify now or soon; secrets that both sides share are left out.

        Source: RFC 7517 section 5.
        """
        good = (key for key in self._keys.values() if now < key.ends_at)
        return {"keys": [key.public() for key in good if key.is_public]}

    @property
    def keys(self) -> tuple[SigningKey, ...]:
        """Every key, ended ones too."""
        return tuple(self._keys.values())
