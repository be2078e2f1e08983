"""Golden projects as a build leaves them: copies with the migration that makes their tables."""

import os
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from apiwright.blueprint.model import Blueprint
from apiwright.build.grow import grow
from apiwright.build.migration import migration, next_revision
from apiwright.plan.tables import tables
from apiwright.surface.page import read_page
from keel.testing.database import new_database

GOLDEN = Path(__file__).parents[2] / "golden"
MIGRATIONS = """
from alembic.config import main
for step in ("upgrade head", "downgrade base", "upgrade head", "check"):
    main(step.split())
"""
"""Steps of Alembic: there, back, there again, and whether that is what the models say."""
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
    shutil.copytree(golden / "after", folder / case)
    return _migrated(folder / case, read_page(golden / "blueprint.yaml").blueprint(case))


def build_blueprint(blueprint: Blueprint, root: Path) -> Project:
    """Write what a blueprint grows into a new folder, with the migration that makes its tables."""
    for path, content in grow(blueprint).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return _migrated(root, blueprint)


def compare_answers(project: Project, server: str | None) -> str:
    """What came of asking a project for all it has, in the way that is served and in the other.

    Args:
        project: A built one.
        server: A server of Postgres; SQLite without one.
    """
    with new_database(server, project.root) as url:
        given = {"DATABASE_URL": url, "LOG_LEVEL": "error"}
        project.run("-m", "alembic", "upgrade", "head", **given)
        script = str(Path(__file__).parent / "same_answers.py")
        return project.run(script, project.blueprint.package, **given, PYTHONPATH=".")


def _migrated(root: Path, blueprint: Blueprint) -> Project:
    versions = root / "migrations" / "versions"
    versions.mkdir()
    for revision in migration((), tables(blueprint), next_revision(None), None):
        (versions / revision.file_name).write_text(revision.text)
    return Project(root, blueprint)
