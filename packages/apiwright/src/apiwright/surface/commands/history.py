"""`apiwright history`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.refusal import Reason, Refusal
from apiwright.surface.options import Project
from apiwright.surface.show.sections import show_rows
from apiwright.survey.history import HISTORY
from apiwright.survey.read import read_survey
from apiwright.survey.survey import Applied, Survey

EXAMPLE = "apiwright history 1"


def run(
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="The record to show whole.")
    ] = None,
    project: Project = Path(),
) -> None:
    """List the plans that were applied, or show one: its plan, its proof, its diff."""
    survey = read_survey(project)
    if not survey.history:
        at, help_ = str(survey.root), "apiwright build"
        raise Refusal(Reason("Nothing was built here yet.", at, help=help_))
    if number is None:
        show_rows(map(_row, survey.history))
    else:
        typer.echo(_page(survey, number))


def _row(applied: Applied) -> tuple[str, ...]:
    failed = [proof.step for proof in applied.proofs if not proof.ok]
    proved = f"failed: {', '.join(failed)}" if failed else "proved"
    return (
        str(applied.number),
        applied.at,
        applied.by,
        applied.slug,
        proved if applied.proofs else "not proved",
        applied.request,
    )


def _page(survey: Survey, number: int) -> str:
    for applied in survey.history:
        page = survey.files.get(HISTORY / f"{applied.name}.md")
        if applied.number == number and page is not None:
            patch = survey.files.get(HISTORY / f"{applied.name}.diff", b"")
            return "\n".join(text.decode(errors="replace") for text in (page, patch) if text)
    what = f"There is no page of a record {number}."
    raise Refusal(Reason(what, str(survey.root / HISTORY), help="apiwright history"))
