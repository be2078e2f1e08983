"""`apiwright build`."""

from pathlib import Path

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

EXAMPLE = "apiwright build --yes"


def run(  # noqa: PLR0913 - the options of the command
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
    """Build the blueprint: plan, ask, apply, prove, report.

    Your edits stay, and what the blueprint changes comes beside them. Where both changed the same
    lines, nothing is written until you pick a side. What loses data or breaks clients is asked
    for, or said by name. Exits with 1 when a proof fails.
    """
    opened = open_project(project)
    answers = read_answers(drop or (), fill or (), breaks=accept_breaking)
    plan = opened.plan(Choices(ours or (), theirs or (), markers or ()), answers)
    carry_out(plan, opened.survey, answers, yes=yes, proves=not no_prove)
