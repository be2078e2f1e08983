"""Golden projects as a build leaves them: copies with the migration that makes their tables."""

import os
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from apiwright.blueprint.model import Blueprint
from apiwright.build.migration import file_name, migration, next_revision
from apiwright.plan.tables import tables
from apiwright.surface.page import read_page

GOLDEN = Path(__file__).parents[2] / "golden"
OURS = ("COV", "PYTEST")  # what steers the run of tests that we are in


@dataclass(frozen=True)
class Project:
    root: Path
    blueprint: Blueprint

    def run(self, *arguments: str, **environment: str) -> str:
        """What Python prints when it runs with these arguments in the project."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=kept | {"SECRET_KEY": secrets.token_urlsafe(48)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout


def build_golden(case: str, folder: Path) -> Project:
    """Copy what a golden case grows into a folder, with the migration that makes its tables."""
    golden = GOLDEN / case
    blueprint = read_page(golden / "blueprint.yaml").blueprint(case)
    root = folder / case
    shutil.copytree(golden / "after", root)
    revision = next_revision(None)
    versions = root / "migrations" / "versions"
    versions.mkdir()
    text = migration((), tables(blueprint), revision, None, "Create all")
    (versions / file_name(revision, "Create all")).write_text(text)
    return Project(root, blueprint)
