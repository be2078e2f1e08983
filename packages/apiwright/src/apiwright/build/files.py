"""Single files and folders on the disk."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def mode_of(target: Path) -> int | None:
    """What a file's permissions must be; `None` for what this account gives new files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    return 0o600 if target.name == ".env" else None


def write(path: Path, content: bytes, mode: int | None) -> None:
    """Writes a new file and waits until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o666 if mode is None else 0o600)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def drop_empty_folders(root: Path, target: Path) -> None:
    """Removes the folders that a file may have left empty, up to the project's own."""
    for folder in target.relative_to(root).parents[:-1]:
        with suppress(OSError):
            (root / folder).rmdir()
