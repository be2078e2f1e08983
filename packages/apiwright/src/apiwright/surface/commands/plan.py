"""`apiwright plan`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.plan.answers import read_answers
from apiwright.plan.drift.find import NO_DRIFTS
from apiwright.surface.drift import find_drifts
from apiwright.surface.options import Drop, Fill, Project
from apiwright.surface.project import open_project
from apiwright.surface.show.plan import plan_json, show_plan

EXAMPLE = "apiwright plan --json"
SOMETHING = 2


def run(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the plan for a program.")] = False,
    no_look: Annotated[
        bool, typer.Option("--no-look", help="Run none of the project's code, ask no database.")
    ] = False,
    drop: Drop = None,
    fill: Fill = None,
    project: Project = Path(),
) -> int:
    """Show what building the blueprint would change, and what was changed beside it.

    Exits with 0 when nothing would change and nothing was, else with 2; with 1 when there is no
    plan. The project's app is imported and its database asked, to compare them with the blueprint.
    """
    opened = open_project(project)
    plan = opened.plan(answers=read_answers(drop or (), fill or ()))
    drifts = NO_DRIFTS if no_look else find_drifts(opened)
    if json:
        typer.echo(plan_json(plan, drifts))
    else:
        show_plan(plan, drifts)
    return 0 if plan.is_empty and not drifts else SOMETHING
