"""The database that a project's settings name, as far as its migrations go."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from apiwright.build.environment import tail
from apiwright.refusal import Reason, Refusal
from apiwright.survey.interpreter import python, variables
from apiwright.survey.revisions import revision_in

if TYPE_CHECKING:
    from pathlib import Path

    from apiwright.plan.plan import Plan
    from apiwright.survey.survey import Survey

_CURRENT = """
from pathlib import Path
from alembic.config import main
from sqlalchemy import make_url
import tomllib

with open("pyproject.toml", "rb") as file:
    package = tomllib.load(file)["tool"]["fastapi"]["entrypoint"].partition(".")[0]
settings = __import__(f"{package}.settings", fromlist=["Settings"]).Settings()
url = make_url(settings.database_url)
if url.get_backend_name() != "sqlite" or Path(url.database or "").exists():
    main(["current"])
"""
"""Asks Alembic, but not a database in a file that is not there, which it would make."""
_REVISION = re.compile(r"^(\w+)(?: \(head\))?$", re.MULTILINE)


def take_back(plan: Plan, survey: Survey) -> None:
    """Brings the database to before the revisions that a plan takes away, if it has run them.

    Without an environment the project's tools never ran, and no database has.

    Raises:
        Refusal: The database does not answer, or a revision cannot go back; it is as it was.
    """
    if not plan.taken_back or not python(survey.root).exists():
        return
    revisions = [revision_in(survey, path) for path in plan.taken_back]
    if _current(survey.root) in {each.id for each in revisions}:
        before, *_ = (*revisions[0].follows, "base")
        _run(survey.root, "-m", "alembic", "downgrade", before)


def _current(root: Path) -> str | None:
    """The last revision that the database has run."""
    found = _REVISION.search(_run(root, "-c", _CURRENT))
    return found[1] if found else None


def _run(root: Path, *arguments: str) -> str:
    ran = subprocess.run(  # noqa: S603 - the project's own tools with our own arguments
        [python(root), *arguments],
        cwd=root,
        env=variables(root),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode:
        what = "The database that the settings name cannot be brought back; nothing was written."
        help_ = "see that it answers; --forward writes a migration that goes back instead"
        raise Refusal(Reason(what, str(root / ".env"), tail(ran.stdout + ran.stderr), help_))
    return ran.stdout
