"""The database's part of a plan: new revisions, or those of an undone plan taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.brought import with_brought
from apiwright.build.migration import migration, next_revision, sql
from apiwright.plan.answers import with_fills
from apiwright.plan.difference import difference
from apiwright.plan.kept import kept
from apiwright.plan.plan import Edit, Migration
from apiwright.plan.tables import tables
from apiwright.refusal import Reason, Refusal
from apiwright.survey.history import HISTORY
from apiwright.survey.line import last_built, line
from apiwright.survey.revisions import VERSIONS, edited

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    stands, after = [each.id for each in line(survey)], request.blueprint
    if not (comparison.tables or comparison.renames):
        return ()
    stood = kept(survey.last, before).tables
    head = stands[-1] if stands else None
    if bool(head) != bool(stood):
        raise Refusal(_unpaired(head))
    _refuse_gone(survey, stands)
    numbers = [found for found in stands if found.isdecimal()]
    wanted = with_fills(tables(after), request.answers) if after else ()
    revisions = migration(
        with_brought(stood, wanted, request.brought),
        wanted,
        next_revision(max(numbers, key=int, default=None)),
        head,
        said="" if before or after is None else f"Create {after.name}",
        renames=comparison.renames,
    )
    return tuple(map(_step, revisions))


def revocable(survey: Survey, request: Request) -> tuple[PurePosixPath, ...]:
    """The revisions of an undone plan that can go again.

    All of them stand, nothing follows them, and without them the tables are those asked for, which
    they are not where another apiwright made them.

    Raises:
        Refusal: They would go with what a person wrote in them, or the revisions are in no line.
    """
    undone = request.undoes
    going = undone.migrations if undone and request.takes_revisions_back else ()
    ends = line(survey)[-len(going) :] if going else ()
    if not (undone and going) or tuple(each.path for each in ends) != going:
        return ()
    if not _leads_back(survey, undone, request.blueprint):
        return ()
    if reasons := [_edited(path) for path in edited(survey, undone.written)]:
        raise Refusal(*reasons)
    return going


def _leads_back(survey: Survey, undone: Applied, after: Blueprint | None) -> bool:
    """Whether the tables stood before an undone plan as they are asked for."""
    place = survey.history.index(undone)
    before = survey.history[place - 1] if place else None
    if before is None or not before.tables:
        return True
    return not difference(kept(before, None).tables, tables(after) if after else ())


def _step(revision: Revision) -> Step:
    path = VERSIONS / revision.file_name
    shown = Migration(path, revision.summary, sql(revision.text))
    return shown, Edit(path, None, revision.text.encode())


def _refuse_gone(survey: Survey, stands: Sequence[str]) -> None:
    """Refuse to build on what was before a revision that is gone."""
    last = last_built(survey)
    if last is None:
        return
    plan, path = last
    number = path.name.partition("_")[0]
    if number not in stands:
        raise Refusal(
            Reason(
                f"The migration that plan {plan.number} brought last is gone: `{path.name}`.",
                str(VERSIONS),
                "the tables that it made are built on, and new databases would not have them",
                f"git checkout -- {path}   or call what you wrote in its place by its name: "
                f'revision = "{number}"',
            )
        )


def _edited(path: PurePosixPath) -> Reason:
    return Reason(
        "A migration that would go was edited since it was built.",
        str(path),
        "what was written in it by hand would be lost, and only its author knows its way back",
        "apiwright undo --forward   lets it stand, and writes one that goes back",
    )


def _unpaired(head: str | None) -> Reason:
    if head:
        what = f"Migrations stand here up to `{head}`, and no record says what they build."
        return Reason(what, str(VERSIONS), help=f"git checkout -- {HISTORY}")
    what = "The migrations of what was built before are gone."
    return Reason(what, str(VERSIONS), help=f"git checkout -- {VERSIONS}")
