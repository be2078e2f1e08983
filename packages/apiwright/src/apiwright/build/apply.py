"""The only writer: a plan's edits go into a project, all of them or none."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from apiwright.build.files import mode_of
from apiwright.build.staging import staging
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apiwright.plan.plan import Edit

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "a file would be larger than this account may write",
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.EROFS: "the file system is read-only",
    errno.ENOENT: "the folder around it does not exist",
}


def apply(root: Path, edits: Sequence[Edit]) -> None:
    """Writes every edit or nothing, even if the process is killed: see `staging`.

    All content is first written and synced beside its target, so that what can fail (space,
    permission) fails before anything moved; what moved before a later failure is moved back.

    Raises:
        Refusal: The project is not as it was when the plan was made, or it cannot be written.
    """
    try:
        with staging(root) as stage:
            for edit in edits:
                stage.put(edit, mode_of(root / edit.path))
            # Looked at last, so that nobody has the time to edit a file in between.
            found = (_obstacle(root, edit) for edit in edits)
            if reasons := dict.fromkeys(reason for reason in found if reason):
                raise Refusal(*reasons)
            stage.move_in(edits)
    except OSError as error:
        raise _cannot_write(root, error) from error


def misplacements(root: Path, edits: Sequence[Edit]) -> tuple[Reason, ...]:
    """What stands in a project as a folder and is to be a file, or the other way round."""
    found = (_blocking(root, root / edit.path) for edit in edits)
    return tuple(_misplaced(place) for place in dict.fromkeys(found) if place)


def _misplaced(place: str) -> Reason:
    return Reason("A file and a folder want the same place.", place, help=f"mv {place} elsewhere")


def _obstacle(root: Path, edit: Edit) -> Reason | None:
    target = root / edit.path
    at = str(edit.path)
    if not target.parent.resolve().is_relative_to(root.resolve()) or target.is_symlink():
        return Reason("A link stands where a file is to be written.", at, help=f"rm {target}")
    if blocking := _blocking(root, target):
        return _misplaced(blocking)
    stands = _content(target)
    if stands is not None and edit.before is None:
        return Reason("A file stands where one is to be written.", at, help=f"mv {at} {at}.mine")
    if stands != edit.before:
        return Reason("The project changed since the plan was made.", at, help="apiwright plan")
    if stands is not None and not target.stat().st_mode & stat.S_IWUSR:
        return Reason("The file is read-only.", at, help=f"chmod u+w {at}")
    return None


def _blocking(root: Path, target: Path) -> str | None:
    if target.is_dir():
        return str(target.relative_to(root))
    files = (parent for parent in target.parents if parent != root and parent.is_file())
    return next((str(file.relative_to(root)) for file in files), None)


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _cannot_write(target, error) from error


def _cannot_write(path: Path, error: OSError) -> Refusal:
    why = _WORDS.get(error.errno or 0, str(error.strerror).lower())
    return Refusal(Reason(f"`{path}` cannot be written.", why=f"{why}; nothing was changed"))
