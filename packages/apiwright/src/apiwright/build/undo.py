"""The page as it is without one of the plans that were applied."""

from __future__ import annotations

from codecs import BOM_UTF8 as BOM
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.blueprint.read import read_blueprint
from apiwright.build.merge.tree import merge
from apiwright.build.request import Request
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digests
from apiwright.survey.history import HISTORY
from apiwright.survey.survey import PAGE

if TYPE_CHECKING:
    from apiwright.build.merge.conflict import Choices
    from apiwright.plan.plan import Edit
    from apiwright.survey.survey import Applied, Survey


def undo(survey: Survey, number: int | None, words: str, choices: Choices) -> Request:
    """What is to be built so that a plan is undone: the page of now without what that plan brought.

    Args:
        survey: What stands; its page is as it was built last.
        number: Of the plan's record; the last one unless said.
        words: What was asked for, word for word.
        choices: What was picked where the page changed since in the same place.

    Raises:
        Conflicts: The page changed since where the plan changed it.
        BlueprintMistakes: Later changes need what the plan brought.
        Refusal: There is no such plan, or the page has changes that were not built.
    """
    record = _record(survey, number)
    _refuse_unbuilt(survey)
    before = _before(survey, record)
    if before is None:
        return Request(words, None, "", choices=choices, undoes=record)
    if _pages(before) == _pages(record):
        raise Refusal(_without_page(survey, record))
    edits = _page_edits(survey, record, before, choices)
    pages = _pages(survey.last or record) | {edit.path: edit.after or b"" for edit in edits}
    texts = {str(path): text.decode("utf-8-sig") for path, text in pages.items() if text}
    page = texts.pop(str(PAGE))
    blueprint = read_blueprint(page, parts=texts)
    return Request(words, blueprint, page, texts, choices, undoes=record, page_edits=edits)


def _record(survey: Survey, number: int | None) -> Applied:
    if survey.last is None:
        what = "Nothing was built here yet, so there is nothing to undo."
        raise Refusal(Reason(what, str(survey.root), help="apiwright build"))
    for record in survey.history:
        if record.number == (number or survey.last.number):
            return record
    raise Refusal(
        Reason(f"There is no record {number}.", str(survey.root), help="apiwright history")
    )


def _before(survey: Survey, record: Applied) -> Applied | None:
    """The record whose page a plan changed; `None` where nothing stood before it."""
    place = survey.history.index(record)
    before = survey.history[place - 1] if place else None
    if before and before.blueprint:
        return before
    if record is not survey.last:
        what = f"Record {record.number} began this project, and others were built on it."
        raise Refusal(Reason(what, str(survey.root), help="undo the later ones first"))
    return None


def _refuse_unbuilt(survey: Survey) -> None:
    """Refuse a page whose changes nobody asked to build, since they would be built now."""
    for path, built in _pages(survey.last).items() if survey.last else ():
        if survey.files.get(path, b"").removeprefix(BOM) != built:
            what = "The page has changes that were not built."
            raise Refusal(Reason(what, str(path), help="apiwright build   or take them back first"))


def _without_page(survey: Survey, record: Applied) -> Reason:
    return Reason(
        f"Plan {record.number} changed nothing of the page, so the page cannot be without it.",
        str(survey.root),
        "it brought what another apiwright builds otherwise, or a side that was picked",
        f"git apply --reverse {HISTORY / record.name}.diff   and a migration of your own",
    )


def _page_edits(
    survey: Survey, record: Applied, before: Applied, choices: Choices
) -> tuple[Edit, ...]:
    """What the page and its parts come to without what a plan changed in them."""
    base = _pages(record)
    then = replace(record, grown=digests(base))
    known = replace(survey, history=(then,), grown=base)
    return merge(known, _pages(before), choices).edits


def _pages(record: Applied) -> dict[PurePosixPath, bytes]:
    """The page that was built, and its parts."""
    parts = {PurePosixPath(name): text.encode() for name, text in record.parts.items()}
    return {PAGE: record.blueprint.encode()} | parts
