"""Places in code as they were built, where they were changed by hand."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from apiwright.build.merge.style import tidied_like
from apiwright.build.revert import reverted
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.survey import Survey

_OF_CODE = ("route", "access", "table", "column")


def restore(survey: Survey, drifts: Sequence[Drift]) -> tuple[Edit, ...]:
    """The edits after which the code is as it was built where these disagree; all others stay.

    Raises:
        Refusal: One of them is about a database, which takes statements, or its place in the code
            is not found.
    """
    if reasons := [_of_database(each) for each in drifts if each.kind not in _OF_CODE]:
        raise Refusal(*reasons)
    edits = tuple(_edits(survey, drifts))
    if not edits:
        raise Refusal(*(unfound(each) for each in drifts))
    return edits


def unfound(drift: Drift) -> Reason:
    """What to say where a disagreement stays, whatever is taken back."""
    what = f"What makes `{drift.name}` otherwise than it was built is not found in the code."
    help_ = f"mend it by hand, or: apiwright adopt {shlex.quote(drift.name)}"
    return Reason(what, why=drift.words, help=help_)


def _edits(survey: Survey, drifts: Sequence[Drift]) -> Iterator[Edit]:
    for path, base in survey.grown.items():
        ours = survey.files.get(path)
        if ours is None or ours == base or path.suffix != ".py":
            continue
        found = reverted(base, ours, drifts, with_imports=True)
        if found != ours:
            yield Edit(path, ours, tidied_like(survey.root, path, ours, found))


def _of_database(drift: Drift) -> Reason:
    what = f"`{drift.name}` stands in the database, and only statements bring that back."
    why = drift.words
    help_ = drift.way or "see `alembic upgrade head --sql` for what its table was made as"
    return Reason(what, ".env", why, help_)
