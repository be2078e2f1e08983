"""From a blueprint and what stands to the plan between them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint
from apiwright.build.adopted import merge_adopted
from apiwright.build.apply import misplacements
from apiwright.build.decision import decisions
from apiwright.build.grow import grow
from apiwright.build.record import new_record
from apiwright.build.revise import revise, revocable
from apiwright.build.vendor import keel_wheel
from apiwright.plan.answers import refuse_idle
from apiwright.plan.compare import compare
from apiwright.plan.kept import kept
from apiwright.plan.likeness import unclear
from apiwright.plan.moved_files import moved_files
from apiwright.plan.plan import Edit, Plan
from apiwright.plan.shifts import shifts
from apiwright.plan.tenancy import misplaced_rows
from apiwright.plan.unwritten import unwritten
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digests
from apiwright.survey.history import HISTORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.build.request import Request
    from apiwright.survey.survey import Applied, Survey

_PYPROJECT = PurePosixPath("pyproject.toml")


def propose(request: Request, survey: Survey) -> Plan:
    """The plan that makes a project what its blueprint says.

    Raises:
        Conflicts: Places that the owner edited and the blueprint changes too, and nobody picked.
        Refusal: Folders where files are to be, rows that stand and cannot become what the
            blueprint says, what may be a rename or a loss, or an answer to what nobody asked.
    """
    before, after = _built(survey.last), request.blueprint
    if before and after and (reasons := tuple(_untold(before, after, request))):
        raise Refusal(*reasons)
    comparison = compare(
        before,
        after,
        request.answers,
        is_undo=request.undoes is not None,
        stands=kept(survey.last, before),
    )
    refuse_idle(comparison, request.answers)
    grown = grow(after) | dict([keel_wheel()]) if after else {}
    taken = revocable(survey, request)
    steps = () if taken else revise(before, request, survey, comparison)
    moves = _moves(before, request, grown)
    merged = merge_adopted(survey, grown, request, moves)
    if reasons := tuple(request.choices.unused()):
        raise Refusal(*reasons)
    edits = (
        *request.page_edits,
        *merged.edits,
        *(edit for _, edit in steps),
        *(Edit(path, survey.files[path], None) for path in taken),
        *decisions(survey, shifts(before, after)),
    )
    files = {**survey.files, **{edit.path: edit.after or b"" for edit in edits}}
    plan = Plan(
        request=request.words,
        blueprint=after,
        comparison=comparison,
        edits=edits,
        migrations=tuple(step for step, _ in steps),
        taken_back=taken,
        dependencies=_new_dependencies(survey.files, grown),
        unwritten=unwritten(after, files) if after else (),
        combined=(*(edit.path for edit in request.page_edits if edit.after), *merged.combined),
        absent=merged.absent,
        uncommitted=tuple(each.path for each in edits if each.path in survey.uncommitted),
    )
    if plan.is_empty and digests(grown) == survey.built:
        return plan
    return replace(plan, edits=(*edits, *_record(plan, request, survey, grown)))


def _record(
    plan: Plan, request: Request, survey: Survey, grown: Mapping[PurePosixPath, bytes]
) -> tuple[Edit, ...]:
    """What the plan leaves in `history/`, once it is sure that there is room for all of it."""
    slug = f"undo-{request.undoes.number}" if request.undoes else None
    record = new_record(plan, survey, (request.text, request.parts), grown, slug)
    if reasons := misplacements(survey.root, (*plan.edits, *record)):
        raise Refusal(*reasons)
    return record


def _moves(
    before: Blueprint | None, request: Request, grown: Mapping[PurePosixPath, bytes]
) -> Mapping[PurePosixPath, PurePosixPath]:
    """Where files stood that grow at another place now."""
    if before is None or request.blueprint is None:
        return {}
    return moved_files(before, request.blueprint, grown, is_undo=request.undoes is not None)


def _untold(before: Blueprint, after: Blueprint, request: Request) -> Iterator[Reason]:
    """What the page would have to say, or its builder, before there can be a plan."""
    yield from misplaced_rows(before, after)
    if not request.undoes:
        yield from unclear(before, after, request.answers, (request.text, request.parts))


def _built(applied: Applied | None) -> Blueprint | None:
    """What was built last; `None` where nothing stands."""
    if applied is None or not applied.blueprint:
        return None
    try:
        return read_blueprint(applied.blueprint, parts=applied.parts)
    except BlueprintMistakes as mistakes:
        what = "The blueprint that was built last is none for this apiwright."
        at, help_ = f"{HISTORY / applied.name}.json", "build with the apiwright that wrote it"
        raise Refusal(Reason(what, at, str(mistakes.mistakes[0].what), help_)) from mistakes


def _new_dependencies(
    before: Mapping[PurePosixPath, bytes], after: Mapping[PurePosixPath, bytes]
) -> tuple[str, ...]:
    old, new = (_dependencies(files.get(_PYPROJECT, b"")) for files in (before, after))
    return tuple(sorted(new - old))


def _dependencies(pyproject: bytes) -> set[str]:
    try:
        needed: list[str] = tomllib.loads(pyproject.decode())["project"]["dependencies"]
    except (ValueError, LookupError):
        return set()
    return {re.split(r"[\[<>=!~; @]", need, maxsplit=1)[0] for need in needed}
