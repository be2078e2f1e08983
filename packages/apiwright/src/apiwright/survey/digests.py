"""Digests of files, by which a record tells what was edited since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath


def digest(content: bytes | None) -> str | None:
    """The SHA-256 of a file, in hex; `None` if there is none."""
    return None if content is None else hashlib.sha256(content).hexdigest()


def digests(files: Mapping[PurePosixPath, bytes]) -> dict[PurePosixPath, str]:
    """The SHA-256 of each file, in hex."""
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}
