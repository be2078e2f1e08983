"""`apiwright plan`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.plan.answers import read_answers
from apiwright.surface.options import Drop, Fill, Project
from apiwright.surface.project import open_project
from apiwright.surface.show.plan import plan_json, show_plan

EXAMPLE = "apiwright plan --json"
SOMETHING = 2


def run(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the plan for a program.")] = False,
    drop: Drop = None,
    fill: Fill = None,
    project: Project = Path(),
) -> int:
    """Show what building the blueprint would change.

    Exits with 0 when nothing would change, 2 when something would, 1 when there is no plan.
    """
    plan = open_project(project).plan(answers=read_answers(drop or (), fill or ()))
    if json:
        typer.echo(plan_json(plan))
    else:
        show_plan(plan)
    return 0 if plan.is_empty else SOMETHING
