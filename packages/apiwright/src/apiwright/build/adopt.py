"""The page as it is with what stands beside it."""

from __future__ import annotations

from codecs import BOM_UTF8 as BOM
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.build.brought import brought
from apiwright.plan.adopting.adopt import adopted
from apiwright.plan.adopting.pages import Pages
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal
from apiwright.survey.survey import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.build.request import Request
    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.standing import Standing
    from apiwright.survey.survey import Survey


def adopt(request: Request, survey: Survey, drifts: Sequence[Drift], standing: Standing) -> Request:
    """What is to be built so that the page says what stands.

    Args:
        request: What the page asks for without that.
        survey: The project.
        drifts: Where what stands is to be right.
        standing: What stands.

    Raises:
        Refusal: The page cannot say it, or the app could not be looked at.
    """
    if standing.code is None:
        why = "; ".join(each.why for each in standing.unseen)
        raise Refusal(Reason("The app cannot be looked at.", str(survey.root), why))
    pages = Pages(request.text, request.parts)
    after = adopted(pages, drifts, standing.code, standing.database)
    return replace(
        request,
        blueprint=after.blueprint(),
        text=after.text,
        parts=after.parts,
        page_edits=tuple(_edits(survey, after)),
        adopts=tuple(drifts),
        brought=brought(survey, drifts),
    )


def _edits(survey: Survey, pages: Pages) -> Iterator[Edit]:
    """What changes in the page and its parts, byte for byte as they were elsewhere."""
    for path, text in {str(PAGE): pages.text, **pages.parts}.items():
        place = PurePosixPath(path)
        before = survey.files[place]
        after = BOM * before.startswith(BOM) + text.encode()
        if after != before:
            yield Edit(place, before, after)
