"""A project's own Python, and the variables that its tools run with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OURS = ("COVERAGE_", "COV_CORE_", "PYTEST_", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


def python(root: Path) -> Path:
    """The interpreter of a project's environment."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    return root / ".venv" / folder / "python"


def variables(root: Path, **more: str) -> dict[str, str]:
    """The variables for a project's own tools: its environment active, ours left behind."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    path = os.pathsep.join([str(python(root).parent), kept.get("PATH", "")])
    active = {"VIRTUAL_ENV": str(root / ".venv"), "PATH": path, "NO_COLOR": "1"}
    return kept | active | more
