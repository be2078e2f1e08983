"""The database's part of a plan: new revisions, or those of an undone plan taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.migration import migration, next_revision, sql
from apiwright.plan.answers import with_fills
from apiwright.plan.plan import Edit, Migration
from apiwright.plan.tables import tables
from apiwright.refusal import Reason, Refusal
from apiwright.survey.history import HISTORY
from apiwright.survey.revisions import VERSIONS, head_revision, is_last, revision_ids

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from apiwright.blueprint.model import Blueprint
    from apiwright.build.migration import Revision
    from apiwright.build.request import Request
    from apiwright.plan.compare import Comparison
    from apiwright.survey.survey import Applied, Survey

    Step = tuple[Migration, Edit]


def revise(
    before: Blueprint | None, request: Request, survey: Survey, comparison: Comparison
) -> tuple[Step, ...]:
    """The revisions that bring the tables to what is asked for, each with its file.

    Raises:
        Refusal: The revisions that stand are not those of the records, or are in no line; or rows
            that stand cannot become what the blueprint says.
    """
    if not (comparison.tables or comparison.renames):
        return ()
    head, after = head_revision(survey), request.blueprint
    if bool(head) != bool(before and tables(before)):
        raise Refusal(_unpaired(head))
    numbers = [found for found in revision_ids(survey) if found.isdecimal()]
    revisions = migration(
        tables(before) if before else (),
        with_fills(tables(after), request.answers) if after else (),
        next_revision(max(numbers, key=int, default=None)),
        head,
        said="" if before or after is None else f"Create {after.name}",
        renames=comparison.renames,
    )
    return tuple(map(_step, revisions))


def revocable(survey: Survey, undone: Applied | None) -> tuple[PurePosixPath, ...]:
    """The revisions of a plan that can go again: all of them stand, and nothing follows them."""
    if undone is None or not undone.migrations:
        return ()
    is_whole = survey.files.keys() >= {*undone.migrations}
    return undone.migrations if is_whole and is_last(survey, undone.migrations[-1]) else ()


def _step(revision: Revision) -> Step:
    path = VERSIONS / revision.file_name
    shown = Migration(path, revision.summary, sql(revision.text))
    return shown, Edit(path, None, revision.text.encode())


def _unpaired(head: str | None) -> Reason:
    if head:
        what = f"Migrations stand here up to `{head}`, and no record says what they build."
        return Reason(what, str(VERSIONS), help=f"git checkout -- {HISTORY}")
    what = "The migrations of what was built before are gone."
    return Reason(what, str(VERSIONS), help=f"git checkout -- {VERSIONS}")
