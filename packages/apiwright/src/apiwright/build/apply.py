"""The only writer: a plan's edits go into a project, all of them or none."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

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
    """Writes every edit or nothing.

    All content is first written and synced beside its target, so that what can fail (space,
    permission) fails before anything moved; what moved before a later failure is moved back.

    Raises:
        Refusal: The project is not as it was when the plan was made, or it cannot be written.
    """
    if reasons := [reason for edit in edits if (reason := _obstacle(root, edit))]:
        raise Refusal(*reasons)
    try:
        with _staging(root) as staging:
            for edit in edits:
                _stage(root, staging, edit)
            if root.exists():
                _move_in(root, staging, edits)
            else:
                (staging / "after").rename(root)
    except OSError as error:
        raise _cannot_write(root, error) from error


def _obstacle(root: Path, edit: Edit) -> Reason | None:
    target = root / edit.path
    at = str(edit.path)
    if not target.parent.resolve().is_relative_to(root.resolve()) or target.is_symlink():
        return Reason("A link stands where a file is to be written.", at, help=f"rm {target}")
    if target.is_dir() or any(parent.is_file() for parent in target.parents):
        return Reason("A file and a folder want the same place.", at, help=f"mv {at} elsewhere")
    if _content(target) != edit.before:
        return Reason("The project changed since the plan was made.", at, help="apiwright plan")
    return None


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _cannot_write(target, error) from error


@contextmanager
def _staging(root: Path) -> Generator[Path]:
    # Inside the project, which may be a file system of its own; beside it when it is new.
    around = root if root.exists() else root.parent
    folder = Path(tempfile.mkdtemp(prefix=".apiwright-", dir=around))
    try:
        (folder / "after").mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stage(root: Path, staging: Path, edit: Edit) -> None:
    mode = _mode(root / edit.path)
    for name, content in (("before", edit.before), ("after", edit.after)):
        if content is not None:
            _write(staging / name / edit.path, content, mode)


def _mode(target: Path) -> int | None:
    """What the file's permissions must be; `None` for what this account gives new files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    return 0o600 if target.name == ".env" else None


def _write(path: Path, content: bytes, mode: int | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o666 if mode is None else 0o600)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _move_in(root: Path, staging: Path, edits: Sequence[Edit]) -> None:
    with ExitStack() as undo:
        for edit in edits:
            target = root / edit.path
            _make_folders(target.parent, undo)
            if edit.before is None:
                undo.callback(target.unlink, missing_ok=True)
            else:
                undo.callback((staging / "before" / edit.path).replace, target)
            if edit.after is None:
                target.unlink()
            else:
                (staging / "after" / edit.path).replace(target)
        undo.pop_all()
    for edit in edits:
        if edit.after is None:
            _drop_empty_folders(root, root / edit.path)


def _make_folders(folder: Path, undo: ExitStack) -> None:
    if not folder.exists():
        _make_folders(folder.parent, undo)
        folder.mkdir()
        undo.callback(folder.rmdir)


def _drop_empty_folders(root: Path, target: Path) -> None:
    with suppress(OSError):
        for folder in target.parents:
            if folder == root:
                return
            folder.rmdir()


def _cannot_write(path: Path, error: OSError) -> Refusal:
    why = _WORDS.get(error.errno or 0, str(error.strerror).lower())
    return Refusal(Reason(f"`{path}` cannot be written.", why=f"{why}; nothing was changed"))
