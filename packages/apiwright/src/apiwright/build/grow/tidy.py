"""Ruff over everything that grew: unused imports go, the others are sorted, the rest is set."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

_STEPS = (
    # A list of imports that has become short goes back on one line.
    ("check", "--fix", "--select=F401,I", "--config=lint.isort.split-on-trailing-comma=false"),
    ("format",),
    # A blueprint may call a field or a choice `token` or `l`.
    ("check", "--add-noqa", "--select=E741,S105"),
)


def tidy(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, bytes]:
    """Bring grown files into the form that the project's own `pyproject.toml` asks for.

    Raises:
        ValueError: A file is not Python; what ruff says is the message.
    """
    with tempfile.TemporaryDirectory(prefix="apiwright-") as folder:
        root = Path(folder)
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
        for step in _STEPS:
            ran = subprocess.run(  # noqa: S603 - ruff, on a folder of our own
                [sys.executable, "-m", "ruff", *step, "--no-cache", "--quiet", "."],
                cwd=root,
                capture_output=True,
                text=True,
                check=False,
            )
            if ran.returncode:
                raise ValueError(ran.stdout + ran.stderr)
        return {path: (root / path).read_bytes() for path in files}
