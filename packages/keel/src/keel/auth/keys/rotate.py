"""Rotation: a new key is known before it signs, and the old one until nothing of it is left."""

import math
from collections.abc import Sequence
from dataclasses import replace

from keel.auth.keys.signing_key import SigningKey
from keel.settings import LONGEST_ACCESS_TOKEN_S

NOTICE_S = 60
"""Until every process has read the file again; each does within a second of using it."""


def rotated(
    keys: Sequence[SigningKey], algorithm: str, now: float, notice_s: float = NOTICE_S
) -> list[SigningKey]:
    """The keys with a new one, which signs after `notice_s`; those that have ended are left out.

    Each older one ends once the longest token that it can have signed has.
    """
    signs_from = now + notice_s if keys else now
    ends_at = math.ceil(signs_from + LONGEST_ACCESS_TOKEN_S)
    kept = [replace(key, ends_at=min(key.ends_at, ends_at)) for key in keys if now < key.ends_at]
    return [*kept, SigningKey.new(algorithm, int(signs_from))]
