"""Who asks for a plan."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from apiwright.survey.git import user_name

if TYPE_CHECKING:
    from pathlib import Path


def asker(root: Path) -> str:
    """The name that git knows for who works in a project, else that of the account; or nothing."""
    try:
        return user_name(root) or getpass.getuser()
    except (OSError, KeyError):
        return ""
