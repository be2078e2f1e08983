"""`apiwright plan`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.surface.options import Project
from apiwright.surface.project import open_project
from apiwright.surface.show.plan import plan_json, show_plan

EXAMPLE = "apiwright plan --json"
SOMETHING = 2


def run(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the plan for a program.")] = False,
    project: Project = Path(),
) -> int:
    """Show what building the blueprint would change.

    Exits with 0 when nothing would change, 2 when something would, 1 when there is no plan.
    """
    plan = open_project(project).plan()
    if json:
        typer.echo(plan_json(plan))
    else:
        show_plan(plan)
    return 0 if plan.is_empty else SOMETHING
