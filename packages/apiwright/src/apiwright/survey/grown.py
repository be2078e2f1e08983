"""What was last grown, kept beside the records: the base of the next merge.

A record has the digest of each file; `grown.zip` has the content of those that lines can be merged
in. Older contents need not be kept, since a merge only asks for the last.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digest
from apiwright.survey.history import HISTORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.survey.survey import Applied

GROWN = HISTORY / "grown.zip"

_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_grown(
    files: Mapping[PurePosixPath, bytes], last: Applied | None
) -> dict[PurePosixPath, bytes]:
    """What the last applied plan grew, by path; without what is not as its record says.

    Raises:
        Refusal: What was kept is no archive.
    """
    kept = files.get(GROWN)
    if kept is None or last is None:
        return {}
    try:
        contents = dict(_contents(kept))
    except _BROKEN as error:
        what = "What was built before cannot be read."
        reason = Reason(what, str(GROWN), str(error), f"git checkout -- {GROWN}")
        raise Refusal(reason) from error
    return {
        path: content
        for path, content in contents.items()
        if digest(content) == last.grown.get(path)
    }


def write_grown(grown: Mapping[PurePosixPath, bytes]) -> bytes:
    """The archive that `read_grown` reads: every text, and nothing of this machine or moment."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as members:
        for path, content in sorted(grown.items()):
            if _is_text(content):
                members.writestr(zipfile.ZipInfo(str(path), _EPOCH), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _contents(archive: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        for name in members.namelist():
            yield PurePosixPath(name), members.read(name)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
