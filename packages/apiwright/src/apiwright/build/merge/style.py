"""The form that a project's own linter gives a file."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

_IMPORTS = ("check", "--fix-only")
_STEPS = ((*_IMPORTS, "--select=F401"), (*_IMPORTS, "--select=I"), ("format",))


def tidied(root: Path, path: PurePosixPath, content: bytes) -> bytes:
    """A file of Python as a project's settings want it: imports needed and in order, code set.

    Args:
        root: The project, whose `pyproject.toml` says how; it need not hold the file.
        path: What the file is called there.
        content: What is to be tidied; it stays as it is if it is not Python.
    """
    for step in _STEPS:
        content = _run(step, root, path, content)
    return content


def tidied_like(root: Path, path: PurePosixPath, before: bytes, content: bytes) -> bytes:
    """A file of Python in as good an order as it was `before`, and in no better."""
    for step in _STEPS:
        if _run(step, root, path, before) == before:
            content = _run(step, root, path, content)
    return content


def _run(step: tuple[str, ...], root: Path, path: PurePosixPath, content: bytes) -> bytes:
    name = f"--stdin-filename={root / path}"
    ran = subprocess.run(  # noqa: S603 - ruff, on text
        [sys.executable, "-m", "ruff", *step, "--no-cache", "--quiet", name, "-"],
        cwd=root,
        input=content,
        capture_output=True,
        check=False,
    )
    return content if ran.returncode else ran.stdout
