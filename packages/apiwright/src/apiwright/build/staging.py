"""Where edits wait until all of them can move in, and the way back for those that did."""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from apiwright.build.files import drop_empty_folders, write
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path
    from typing import IO

    from apiwright.plan.plan import Edit

STAGING = ".apiwright-staging"
_LOCK, _JOURNAL, _BEFORE, _AFTER = "lock", "journal", "before", "after"


class Staging:
    """A folder inside the project, so that what waits there moves in by a rename.

    Its journal stands from the first move to the last. Whoever finds one, be it this process
    after a failure or the next one after a kill, takes back what had moved.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / STAGING

    def put(self, edit: Edit, mode: int | None) -> None:
        """Writes both sides of an edit to the disk."""
        for name, content in ((_BEFORE, edit.before), (_AFTER, edit.after)):
            if content is not None:
                write(self._folder / name / edit.path, content, mode)

    def move_in(self, edits: Sequence[Edit]) -> None:
        """Makes the project what the edits say it is afterwards."""
        journal = self._folder / _JOURNAL
        lines = [(str(edit.path), digest(edit.before), digest(edit.after)) for edit in edits]
        write(journal.with_suffix(".new"), json.dumps(lines).encode(), None)
        journal.with_suffix(".new").replace(journal)
        for edit in edits:
            self._move(str(edit.path), _AFTER, stays=edit.after is not None)
        journal.unlink()

    def take_back(self) -> None:
        """Undoes moves that did not come to their end; what was edited since stays as it is."""
        journal = self._folder / _JOURNAL
        if journal.exists():
            for path, before, after in reversed(json.loads(journal.read_bytes())):
                if before != after == digest(_content(self._root / path)):
                    self._move(path, _BEFORE, stays=before is not None)
                drop_empty_folders(self._root, self._root / path)
            journal.unlink()

    def _move(self, path: str, side: str, *, stays: bool) -> None:
        target = self._root / path
        if stays:
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._folder / side / path).replace(target)
        else:
            target.unlink()
            drop_empty_folders(self._root, target)


@contextmanager
def staging(root: Path) -> Generator[Staging]:
    """The project's staging folder, held by one process at a time; it goes with the block.

    Raises:
        Refusal: Another process holds it.
    """
    folder, is_new = root / STAGING, not root.exists()
    root.mkdir(exist_ok=True)
    folder.mkdir(exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        _hold(lock, root)
        stage = Staging(root)
        stage.take_back()
        try:
            yield stage
        finally:
            stage.take_back()
            shutil.rmtree(folder, ignore_errors=True)
            if is_new:
                with suppress(OSError):
                    root.rmdir()


def heal(root: Path) -> bool:
    """Takes back what a killed build left half-written; whether there was such a thing.

    Raises:
        Refusal: That build is still at work.
    """
    if not (root / STAGING).is_dir():
        return False
    with staging(root):
        return True


def _hold(lock: IO[str], root: Path) -> None:
    """Holds the lock until it is closed, which the system does however this process ends."""
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock.fileno()).st_nlink:  # its folder may just have gone
            return
    raise Refusal(Reason("Another build is writing here.", str(root), help="apiwright plan"))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
