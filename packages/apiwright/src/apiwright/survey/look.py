"""Looks at a project's code and database, through the project's own interpreter.

It runs the project's code, as serving or testing it does, and connects to the database that the
project's settings name.
"""

from __future__ import annotations

import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from apiwright.survey.interpreter import python, variables
from apiwright.survey.standing import Code, Database, Standing, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PROBE = Path(__file__).with_name("probe.py")
_LIMIT_S = 20.0


@dataclass(frozen=True, slots=True)
class _Answer:
    """One line of the probe's: what it found, or why it found nothing."""

    code: Code | None = None
    database: Database | None = None
    why: str = ""


_answer = TypeAdapter(_Answer)
_SLOW = _Answer(why=f"it took longer than {_LIMIT_S:.0f} s, or broke off")


def look(root: Path, **settings: str) -> Standing:
    """What the code and the database of a project are; it never fails, and takes 20 s at most.

    No database is made, and none is changed.

    Args:
        root: The project.
        settings: Variables that it is looked at with, such as another `DATABASE_URL`.
    """
    if not python(root).exists():
        return Standing(unseen=(Unseen("code and database", "there is no `.venv`"),))
    of_code, of_database, *_ = (*_answers(root, settings), _SLOW, _SLOW)
    if of_code.code is None:
        return Standing(unseen=(Unseen("code and database", of_code.why),))
    unseen = (Unseen("database", of_database.why),) if of_database.why else ()
    return Standing(of_code.code, of_database.database, unseen)


def _answers(root: Path, settings: Mapping[str, str]) -> Iterator[_Answer]:
    # A file and not a pipe, which somebody whom the app started could hold open.
    with TemporaryFile() as said:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - the project's own Python with a text of ours
                [python(root), "-c", _PROBE.read_text("utf-8")],
                cwd=root,
                env=variables(root, PYTHONDONTWRITEBYTECODE="1", **settings),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                timeout=_LIMIT_S,
                check=False,
            )
        said.seek(0)
        for line in said:
            with suppress(ValueError):
                yield _answer.validate_json(line)
