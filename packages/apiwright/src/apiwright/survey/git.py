"""What git knows of a project, where there is git; nothing here changes a repository."""

from __future__ import annotations

import subprocess
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def user_name(root: Path) -> str:
    """What git calls who works here; nothing where it does not know."""
    return _git(root, "config", "user.name").strip()


def uncommitted(root: Path) -> frozenset[PurePosixPath]:
    """The files whose content no commit has, those that git ignores left out."""
    changed = _git(root, "diff", "--name-only", "--relative", "-z", "HEAD")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(PurePosixPath(name) for name in (changed + new).split("\0") if name)


def _git(root: Path, *arguments: str) -> str:
    """What git says in a folder; nothing without git, without a repository, or without a commit."""
    try:
        ran = subprocess.run(  # noqa: S603 - whichever git there is, with our own arguments
            ["git", *arguments],  # noqa: S607
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except OSError:
        return ""
    return "" if ran.returncode else ran.stdout
