"""`apiwright build`."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from apiwright.build.apply import apply
from apiwright.build.environment import install, python, write_secrets
from apiwright.build.merge.conflict import Choices
from apiwright.build.prove import STEPS, prove
from apiwright.build.record import proved
from apiwright.plan.answers import Answers, read_answers, unmeant
from apiwright.plan.plan import Plan
from apiwright.refusal import Reason, Refusal
from apiwright.surface.options import Drop, Fill, Markers, Ours, Project, Theirs
from apiwright.surface.project import open_project
from apiwright.surface.show.console import out
from apiwright.surface.show.plan import show_plan
from apiwright.surface.show.report import show_report
from apiwright.surface.show.steps import running, show_proof
from apiwright.survey.read import read_survey
from apiwright.survey.survey import Proof, Survey

EXAMPLE = "apiwright build --yes"


def run(  # noqa: PLR0913 - the options of the command
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    no_prove: Annotated[
        bool, typer.Option("--no-prove", help="Only write files: install and prove nothing.")
    ] = False,
    ours: Ours = None,
    theirs: Theirs = None,
    markers: Markers = None,
    drop: Drop = None,
    fill: Fill = None,
    accept_breaking: Annotated[
        bool, typer.Option("--accept-breaking", help="Let clients lose what the plan names.")
    ] = False,
    project: Project = Path(),
) -> None:
    """Build the blueprint: plan, ask, apply, prove, report.

    Your edits stay, and what the blueprint changes comes beside them. Where both changed the same
    lines, nothing is written until you pick a side. What loses data or breaks clients is asked
    for, or said by name. Exits with 1 when a proof fails.
    """
    choices = Choices(ours or (), theirs or (), markers or ())
    answers = read_answers(drop or (), fill or (), breaks=accept_breaking)
    build(project, choices, answers, yes=yes, proves=not no_prove)


def build(folder: Path, choices: Choices, answers: Answers, *, yes: bool, proves: bool) -> None:
    """Goes the whole road in a folder that has a blueprint.

    Raises:
        Conflicts: Places that a person and the blueprint both changed, and nobody picked.
        Refusal: The plan could not be made or applied, or a proof failed.
    """
    opened = open_project(folder)
    plan, root = opened.plan(choices, answers), opened.survey.root
    show_plan(plan)
    if not plan.is_empty:
        _ask(plan, unmeant(plan.comparison, answers), yes=yes)
        apply(root, plan.edits)
    write_secrets(root)
    stands = not proves or (plan.is_empty and _stands_proved(opened.survey))
    failed = [] if stands else _prove(root)
    if not plan.is_empty:
        show_report(plan)
    if failed:
        what = f"What was built does not hold: {', '.join(failed)}."
        raise Refusal(Reason(what, at=str(root), help="apiwright build   proves it again"))


def _ask(plan: Plan, unmeant: Sequence[Reason], *, yes: bool) -> None:
    """Asks whoever is there; where nobody is, what was not said by name is refused."""
    is_answered = sys.stdin.isatty() and not os.environ.get("CI") and not yes
    if unmeant and not is_answered:
        raise Refusal(*unmeant)
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refusal(Reason("Nobody is there to be asked.", help="apiwright build --yes"))
    for reason in unmeant:
        typer.echo(reason.what, err=True)
    even_so = ", even so" if unmeant else ""
    with suppress(typer.Abort):
        if typer.confirm(f"Write these {len(plan.edits)} files{even_so}?", default=not unmeant):
            return
    typer.echo("Nothing was written.", err=True)
    raise typer.Exit(1)


def _stands_proved(survey: Survey) -> bool:
    proofs = survey.last.proofs if survey.last else ()
    return bool(proofs) and all(proof.ok for proof in proofs) and python(survey.root).exists()


def _prove(root: Path) -> list[str]:
    """The names of the steps that failed."""
    with running("installing dependencies"):
        install(root)
    proofs: list[Proof] = []
    for step in STEPS:
        with running(f"proving {step.name}"):
            proof = prove(root, step)
        show_proof(proof)
        proofs.append(proof)
    apply(root, proved(read_survey(root), proofs))
    out.print()
    return [proof.step for proof in proofs if not proof.ok]
