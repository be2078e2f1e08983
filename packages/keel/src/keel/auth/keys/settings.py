"""The keys that the settings name: those of a file, or the one that `SECRET_KEY` gives."""

import time
from typing import TYPE_CHECKING

from keel.auth.keys.derive import derive_key
from keel.auth.keys.file import read_keys
from keel.auth.keys.ring import KeyRing
from keel.auth.keys.signing_key import BadKeyError, SigningKey
from keel.settings import SettingsError

if TYPE_CHECKING:
    from keel.settings import Settings

HOW_TO_MAKE = "Make it: python -m keel.auth.keys rotate FILE"


def derived_key(settings: "Settings") -> SigningKey:
    """The Ed25519 key that follows from `SECRET_KEY`: what a project without a file signs with."""
    return SigningKey.of_seed(derive_key(settings, "access token"))


def keys_of(settings: "Settings") -> KeyRing:
    """The keys to sign and verify access tokens with.

    Raises:
        SettingsError: `SIGNING_KEYS_FILE` names no file of good keys, or none that signs now.
    """
    path = settings.signing_keys_file
    if path is None:
        return KeyRing([derived_key(settings)])
    try:
        ring = read_keys(path)
    except BadKeyError as error:
        raise SettingsError.of({"SIGNING_KEYS_FILE": f"{error} {HOW_TO_MAKE}"}) from error
    if ring.signing(time.time()) is None:
        said = f"{path} has no key that signs now. {HOW_TO_MAKE}"
        raise SettingsError.of({"SIGNING_KEYS_FILE": said})
    return ring
