"""A project as a plan would make it, tried out beside it before a byte of it is written."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from apiwright.build.environment import install, write_secrets
from apiwright.build.prove import MIGRATE, TRIED
from apiwright.survey.digests import digest
from apiwright.survey.interpreter import python
from apiwright.survey.revisions import VERSIONS, own_revisions

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from apiwright.build.prove import Step
    from apiwright.plan.plan import Edit
    from apiwright.survey.survey import Survey

_NEEDS = (PurePosixPath("pyproject.toml"), PurePosixPath("vendor"))
"""Where it stands what is to be installed."""


def _has_own_code(survey: Survey) -> bool:
    """Whether a person changed or added code, which what is built next may not go with."""
    return survey.last is not None and any(
        path not in survey.built or digest(content) != survey.built[path]
        for path, content in survey.files.items()
        if path.suffix == ".py" and not path.is_relative_to(VERSIONS)
    )


def trials(survey: Survey) -> tuple[Step, ...]:
    """What is proved before anything is written, since a person's work may not go with it."""
    is_own = survey.last is not None and bool(own_revisions(survey))
    if not (is_own or _has_own_code(survey)):
        return ()
    return (*TRIED, MIGRATE) if is_own else TRIED


@contextmanager
def trial(survey: Survey, edits: Sequence[Edit]) -> Generator[Path]:
    """A copy of a project as edits would make it, ready to be proved; it goes with the block.

    It borrows the project's environment, unless the edits ask for another.

    Raises:
        Refusal: What the edits ask for cannot be installed.
    """
    with tempfile.TemporaryDirectory(prefix="apiwright-") as folder:
        root = Path(folder, survey.root.name)
        for path, content in _after(survey, edits).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        write_secrets(root)
        if _asks_for_more(edits) or not python(survey.root).exists():
            install(root)
        else:
            (root / ".venv").symlink_to(survey.root / ".venv")
        yield root


def _after(survey: Survey, edits: Sequence[Edit]) -> dict[PurePosixPath, bytes]:
    after = {**survey.files, **{edit.path: edit.after for edit in edits}}
    return {path: content for path, content in after.items() if content is not None}


def _asks_for_more(edits: Sequence[Edit]) -> bool:
    return any(place in (edit.path, *edit.path.parents) for edit in edits for place in _NEEDS)
