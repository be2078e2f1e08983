"""`apiwright adopt`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.build.merge.conflict import Choices
from apiwright.plan.answers import read_answers
from apiwright.surface.drift import look_for_drifts
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

EXAMPLE = 'apiwright adopt books.subtitle "DELETE /books/{book_id}"'


def run(  # noqa: PLR0913 - the options of the command
    names: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="What `plan` calls it, below Drift.")
    ],
    *,
    yes: Yes = False,
    no_prove: NoProve = False,
    ours: Ours = None,
    theirs: Theirs = None,
    markers: Markers = None,
    drop: Drop = None,
    fill: Fill = None,
    accept_breaking: AcceptBreaking = False,
    project: Project = Path(),
) -> None:
    """Let the blueprint say what stands, where code or database were changed beside it.

    The page gets the words for it, and the project follows by the same merge as with any other
    change of the page: it is shown, asked for, proved, kept in `history/`, and can be undone.
    """
    opened = open_project(project)
    drifts, standing = look_for_drifts(opened)
    answers = read_answers(drop or (), fill or (), breaks=accept_breaking)
    choices = Choices(ours or (), theirs or (), markers or ())
    plan = opened.adopt(drifts.named(names), standing, choices, answers)
    carry_out(plan, opened.survey, answers, yes=yes, proves=not no_prove)
