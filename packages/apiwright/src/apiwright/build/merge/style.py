"""The form that a project's own linter gives a file."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

_STEPS = (("check", "--fix-only", "--select=F401,I"), ("format",))


def tidied(root: Path, path: PurePosixPath, content: bytes) -> bytes | None:
    """A file of Python as the project's settings want it: imports in order and used, code set.

    Args:
        root: The project, whose `pyproject.toml` says how; it need not hold the file.
        path: What the file is called there.
        content: What is to be tidied.

    Returns:
        `None` if it is not Python.
    """
    for step in _STEPS:
        name = f"--stdin-filename={root / path}"
        ran = subprocess.run(  # noqa: S603 - ruff, on text
            [sys.executable, "-m", "ruff", *step, "--no-cache", "--quiet", name, "-"],
            cwd=root,
            input=content,
            capture_output=True,
            check=False,
        )
        if ran.returncode:
            return None
        content = ran.stdout
    return content
