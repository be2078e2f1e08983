"""From a folder to its survey."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal
from apiwright.survey.history import read_history
from apiwright.survey.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE_BYTES = 5_000_000
SKIPPED = frozenset({"__pycache__", "node_modules"})
HIDDEN = frozenset({".github"})
"""The only hidden folders that hold a project's own files."""


def read_survey(root: Path) -> Survey:
    """Reads every file of a project's own; caches, environments and repositories are not.

    Raises:
        Refusal: Something cannot be read, or a record in `history/` is broken.
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
    return Survey(root, files, frozenset(opaque), read_history(files))


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = [name for name in sorted(folders) if _is_own(name)]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in (*links, *names))


def _is_own(folder: str) -> bool:
    return folder in HIDDEN or not (folder.startswith(".") or folder in SKIPPED)


def _content(path: Path) -> bytes | None:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_FILE_BYTES:
            return None
        return path.read_bytes()
    except OSError as error:
        _refuse(error)
        return None


def _refuse(error: OSError) -> None:
    what, why = "A file of the project cannot be read.", str(error.strerror)
    raise Refusal(Reason(what, str(error.filename), why)) from error
