"""From a folder to its survey."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal
from apiwright.survey.git import uncommitted
from apiwright.survey.grown import read_grown
from apiwright.survey.history import HISTORY, read_history
from apiwright.survey.revisions import VERSIONS
from apiwright.survey.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE_BYTES = 5_000_000
SKIPPED = frozenset({"__pycache__", "node_modules"})
HIDDEN = frozenset({".github"})
"""The only hidden folders that hold a project's own files."""
_NEEDED = (HISTORY, VERSIONS)
"""Folders that say what was built before."""


def read_survey(root: Path) -> Survey:
    """Reads every file of a project's own; caches, environments and repositories are not.

    Raises:
        Refusal: Records or migrations cannot be read.
    """
    root = root.resolve()
    if not root.exists():
        return Survey(root, {})
    if not root.is_dir():
        raise Refusal(Reason(f"`{root}` is a file, not a project's folder."))
    files: dict[PurePosixPath, bytes] = {}
    opaque: set[PurePosixPath] = set()
    for path in _walk(root):
        relative = PurePosixPath(path.relative_to(root).as_posix())
        content = _content(path)
        if content is None:
            opaque.add(relative)
        else:
            files[relative] = content
    _refuse_unread(opaque)
    history = read_history(files)
    last = history[-1] if history else None
    return Survey(
        root,
        files,
        frozenset(opaque),
        history,
        grown=read_grown(files, last),
        uncommitted=uncommitted(root),
    )


def _walk(root: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = [name for name in sorted(folders) if _is_own(name)]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in (*links, *names))
    yield from (Path(error.filename) for error in closed)


def _is_own(folder: str) -> bool:
    return folder in HIDDEN or not (folder.startswith(".") or folder in SKIPPED)


def _content(path: Path) -> bytes | None:
    with suppress(OSError):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST_FILE_BYTES:
            return path.read_bytes()
    return None


def _refuse_unread(opaque: set[PurePosixPath]) -> None:
    for path in sorted(opaque):
        if any(path.parent == place or place.is_relative_to(path) for place in _NEEDED):
            what = "A link, or what you may not read, stands where the tool must read."
            raise Refusal(Reason(what, str(path), help=f"ls -l {path}"))
