"""From a blueprint and what stands to the plan between them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint
from apiwright.build.apply import misplacements
from apiwright.build.grow import grow
from apiwright.build.merge.conflict import Choices
from apiwright.build.merge.tree import merge
from apiwright.build.migration import migration, next_revision, sql
from apiwright.build.record import new_record
from apiwright.build.vendor import keel_wheel
from apiwright.plan.answers import NO_ANSWERS, Answers, refuse_idle, with_fills
from apiwright.plan.compare import compare
from apiwright.plan.likeness import unclear
from apiwright.plan.plan import Edit, Migration, Plan
from apiwright.plan.tables import tables
from apiwright.plan.tenancy import misplaced_rows
from apiwright.plan.unwritten import unwritten
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digests
from apiwright.survey.history import HISTORY
from apiwright.survey.revisions import VERSIONS, head_revision, revision_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.build.migration import Revision
    from apiwright.plan.compare import Comparison
    from apiwright.survey.survey import Applied, Survey

_PYPROJECT = PurePosixPath("pyproject.toml")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants of a project.

    Attributes:
        words: What was asked for, word for word.
        blueprint: What the backend shall be.
        text: The page that it was read from.
        parts: The text of each part of the page, by its name there.
        choices: What was picked where the owner and the blueprint changed the same place.
        answers: What was said of losses, of rows that stand and of clients.
    """

    words: str
    blueprint: Blueprint
    text: str
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    choices: Choices = field(default_factory=Choices)
    answers: Answers = NO_ANSWERS


def propose(request: Request, survey: Survey) -> Plan:
    """The plan that makes a project what its blueprint says.

    Raises:
        Conflicts: Places that the owner edited and the blueprint changes too, and nobody picked.
        Refusal: Folders where files are to be, rows that stand and cannot become what the
            blueprint says, or what may be a rename or a loss.
    """
    before, after = _built(survey.last) if survey.last else None, request.blueprint
    if before and (reasons := tuple(_untold(before, request))):
        raise Refusal(*reasons)
    comparison = compare(before, after, request.answers)
    refuse_idle(comparison, request.answers)
    grown = grow(after) | dict([keel_wheel()])
    steps = _migrate(before, request, survey, comparison)
    merged = merge(survey, grown, request.choices)
    files = {**survey.files, **{edit.path: edit.after or b"" for edit in merged.edits}}
    plan = Plan(
        request=request.words,
        blueprint=after,
        comparison=comparison,
        edits=merged.edits + tuple(edit for _, edit in steps),
        migrations=tuple(step for step, _ in steps),
        dependencies=_new_dependencies(survey.files.get(_PYPROJECT), grown[_PYPROJECT]),
        unwritten=unwritten(after, files),
        combined=merged.combined,
        absent=merged.absent,
        uncommitted=tuple(e.path for e in merged.edits if e.path in survey.uncommitted),
    )
    if plan.is_empty and digests(grown) == survey.built:
        return plan
    now = datetime.now(UTC).isoformat(timespec="seconds")
    source = (request.text, request.parts)
    edits = plan.edits + new_record(plan, survey, source, grown, now)
    if reasons := misplacements(survey.root, edits):
        raise Refusal(*reasons)
    return replace(plan, edits=edits)


def _untold(before: Blueprint, request: Request) -> Iterator[Reason]:
    """What the page would have to say, or its builder, before there can be a plan."""
    yield from misplaced_rows(before, request.blueprint)
    source = (request.text, request.parts)
    yield from unclear(before, request.blueprint, request.answers, source)


def _built(applied: Applied) -> Blueprint:
    try:
        return read_blueprint(applied.blueprint, parts=applied.parts)
    except BlueprintMistakes as mistakes:
        what = "The blueprint that was built last is none for this apiwright."
        at, help_ = f"{HISTORY / applied.name}.json", "build with the apiwright that wrote it"
        raise Refusal(Reason(what, at, str(mistakes.mistakes[0].what), help_)) from mistakes


def _migrate(
    before: Blueprint | None, request: Request, survey: Survey, comparison: Comparison
) -> tuple[tuple[Migration, Edit], ...]:
    if not (comparison.tables or comparison.renames):
        return ()
    head = head_revision(survey)
    if bool(head) != bool(before and tables(before)):
        raise Refusal(_unpaired(head))
    numbers = [found for found in revision_ids(survey) if found.isdecimal()]
    revisions = migration(
        tables(before) if before else (),
        with_fills(tables(request.blueprint), request.answers),
        next_revision(max(numbers, key=int, default=None)),
        head,
        said="" if before else f"Create {request.blueprint.name}",
        renames=comparison.renames,
    )
    return tuple(map(_step, revisions))


def _step(revision: Revision) -> tuple[Migration, Edit]:
    path = VERSIONS / revision.file_name
    shown = Migration(path, revision.summary, sql(revision.text))
    return shown, Edit(path, None, revision.text.encode())


def _unpaired(head: str | None) -> Reason:
    if head:
        what = f"Migrations stand here up to `{head}`, and no record says what they build."
        return Reason(what, str(VERSIONS), help=f"git checkout -- {HISTORY}")
    what = "The migrations of what was built before are gone."
    return Reason(what, str(VERSIONS), help=f"git checkout -- {VERSIONS}")


def _new_dependencies(before: bytes | None, after: bytes) -> tuple[str, ...]:
    old = _dependencies(before) if before else set[str]()
    return tuple(sorted(_dependencies(after) - old))


def _dependencies(pyproject: bytes) -> set[str]:
    try:
        needed: list[str] = tomllib.loads(pyproject.decode())["project"]["dependencies"]
    except (ValueError, LookupError):
        return set()
    return {re.split(r"[\[<>=!~; @]", need, maxsplit=1)[0] for need in needed}
