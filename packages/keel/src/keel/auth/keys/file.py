"""The file that keeps signing keys: a JWK Set that nobody else may read.

Source: RFC 7517 section 5.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from keel.auth.keys.ring import KeyRing
from keel.auth.keys.signing_key import BadKeyError, SigningKey

_OTHERS = 0o077
_OWNER_ONLY = 0o600


def read_keys(path: Path) -> KeyRing:
    """The keys of a file.

    Raises:
        BadKeyError: It cannot be read, others than its owner may, or a key in it is bad.
    """
    try:
        mode = path.stat().st_mode
        document: Any = json.loads(path.read_bytes())
        found: list[Any] = list(document["keys"])
    except OSError as error:
        raise BadKeyError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, LookupError) as error:
        raise BadKeyError(f'{path} is not a JWK Set: {{"keys": [...]}}.') from error
    if os.name == "posix" and mode & _OTHERS:
        raise BadKeyError(f"Others may read {path}: chmod 600 {path}")
    return KeyRing([_read(members, number, path) for number, members in enumerate(found, 1)])


def write_keys(path: Path, keys: Sequence[SigningKey]) -> None:
    """Replace the file at once: who reads finds all of the old keys, or all of the new."""
    text = json.dumps({"keys": [key.private() for key in keys]}, indent=2) + "\n"
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _read(members: Any, number: int, path: Path) -> SigningKey:
    try:
        return SigningKey.read(cast("dict[str, Any]", members) if isinstance(members, dict) else {})
    except BadKeyError as error:
        raise BadKeyError(f"Key {number} of {path}: {error}") from error
