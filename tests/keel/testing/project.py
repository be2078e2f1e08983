"""Copies of the exemplar to break, and its own tools to run on them."""

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

EXEMPLAR = Path(__file__).parents[3] / "exemplar"


def copy_exemplar(folder: Path) -> Path:
    """A project of its own, without what its runs left behind."""
    left_behind = shutil.ignore_patterns("__pycache__", ".*", "*.db*")
    return Path(shutil.copytree(EXEMPLAR, folder / "project", ignore=left_behind))


def change(project: Path, path: str, before: str, after: str) -> None:
    file = project / path
    text = file.read_text("utf-8")
    assert before in text, f"{path} no longer says {before!r}"
    file.write_text(text.replace(before, after), "utf-8")


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of Python's modules in a project."""
    settings = {"SECRET_KEY": secrets.token_urlsafe(48), "DATABASE_URL": "sqlite:///project.db"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env={**os.environ, **settings, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
