"""The folder where files are kept."""

import errno
import hashlib
import logging
import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from keel.data.files.stored import FileKey, StoredFile
from keel.problems import InsufficientStorage, Unavailable

log = logging.getLogger(__name__)

DRAFTS = "drafts"
STALE_S = 3_600
"""Seconds after which a draft that nobody wrote to was left by a process that is gone."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Folder:
    """Files by their keys, for one process or for many on one file system.

    A file is written under `drafts/`, and renamed when it is whole and on the disk: it is there
    under its key entirely, or not at all. What reads or writes waits for the disk: call it in a
    thread. What writes raises `InsufficientStorage` where the disk is full, and `Unavailable`
    where it does not serve; the log says why.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def prepare(self) -> None:
        """Make the folder, for this account alone, and take away what others left unfinished.

        Raises:
            RuntimeError: It cannot be made or written.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.drafts.mkdir(mode=0o700, exist_ok=True)
            for draft in _older(self.drafts.iterdir(), STALE_S):
                draft.unlink(missing_ok=True)
        except OSError as error:
            why = f"No files can be kept in `{self.path}`: {error.strerror}."
            raise RuntimeError(f"{why} Name another folder: FILES_DIR=…") from error

    @property
    def drafts(self) -> Path:
        """Where files are until they are whole."""
        return self.path / DRAFTS

    def draft(self) -> "Draft":
        """A new file to write."""
        with problems_for_disk():
            return Draft(self)

    def open(self, key: str) -> BinaryIO:
        """A file to read; it stays readable until it is closed, whoever removes it.

        Raises:
            FileNotFoundError: There is none of this key.
        """
        return self.place(key).open("rb")

    def remove(self, keys: Iterable[str]) -> None:
        """Remove files; what cannot be removed is logged, and left for the sweep."""
        for key in keys:
            try:
                self.place(key).unlink(missing_ok=True)
            except OSError:
                log.exception("a file cannot be removed: %s", key)

    def keys(self, older_s: float) -> Iterator[str]:
        """The keys of all files that were written longer ago than this."""
        for shard in self.path.glob("[0-9a-f][0-9a-f]"):
            names = (file.name for file in _older(shard.iterdir(), older_s))
            yield from (name for name in names if FileKey.PATTERN.fullmatch(name))

    def place(self, key: str) -> Path:
        """Where the file of a key is: in one of 256 folders, by the end of the key."""
        return self.path / key[-2:] / key


class Draft:
    """A file that is being written, and that nobody finds until it is kept.

    Attributes:
        size: Bytes written so far.
    """

    def __init__(self, folder: Folder) -> None:
        self.size = 0
        self._folder = folder
        self._digest = hashlib.sha256()
        # Kept or dropped by name: that the file goes when it is closed would be too soon.
        self._file = NamedTemporaryFile(dir=folder.drafts, delete=False)  # noqa: SIM115

    def write(self, piece: bytes) -> None:
        """Write what comes next."""
        with problems_for_disk():
            self._file.write(piece)
        self._digest.update(piece)
        self.size += len(piece)

    def keep(self, key: str, media_type: str) -> StoredFile:
        """Let it be found under a key, once it is on the disk."""
        with problems_for_disk():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            place = self._folder.place(key)
            place.parent.mkdir(mode=0o700, exist_ok=True)
            Path(self._file.name).rename(place)
            _sync_names(place.parent)
        return StoredFile(key, media_type, self.size, self._digest.hexdigest())

    def drop(self) -> None:
        """Forget it, if it is not kept."""
        with suppress(OSError):  # what cannot be written out is not wanted either
            self._file.close()
        Path(self._file.name).unlink(missing_ok=True)


@contextmanager
def problems_for_disk() -> Generator[None]:
    """Tell callers of a disk that is full or does not serve."""
    try:
        yield
    except OSError as failure:
        log.exception("the folder of files does not serve")
        raise (InsufficientStorage if failure.errno in _FULL else Unavailable) from None


def _older(files: Iterable[Path], seconds: float) -> Iterator[Path]:
    """Those last written longer ago; what goes meanwhile is gone."""
    latest = time.time() - seconds
    for file in files:
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < latest:
                yield file


def _sync_names(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
