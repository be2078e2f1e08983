"""`apiwright undo`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.build.merge.conflict import Choices
from apiwright.plan.answers import read_answers
from apiwright.surface.options import (
    AcceptBreaking,
    Drop,
    Fill,
    Markers,
    NoProve,
    Ours,
    Project,
    Theirs,
    Yes,
)
from apiwright.surface.project import open_project
from apiwright.surface.road import carry_out

EXAMPLE = "apiwright undo 3"


def run(  # noqa: PLR0913 - the options of the command
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="The plan's record; the last unless said.")
    ] = None,
    *,
    yes: Yes = False,
    no_prove: NoProve = False,
    forward: Annotated[
        bool,
        typer.Option("--forward", help="Write a migration that goes back; take none away."),
    ] = False,
    ours: Ours = None,
    theirs: Theirs = None,
    markers: Markers = None,
    drop: Drop = None,
    fill: Fill = None,
    accept_breaking: AcceptBreaking = False,
    project: Project = Path(),
) -> None:
    """Undo a plan that was applied; what you edited and built since stays.

    The page loses what the plan brought, and the project follows by the same merge. Migrations of
    the last plan go, and the database that the settings name goes back first; for an earlier plan
    a new migration is written. An undo can be undone.
    """
    opened = open_project(project)
    choices = Choices(ours or (), theirs or (), markers or ())
    answers = read_answers(drop or (), fill or (), breaks=accept_breaking)
    plan = opened.undo(number, choices, answers, is_forward=forward)
    carry_out(plan, opened.survey, answers, yes=yes, proves=not no_prove)
