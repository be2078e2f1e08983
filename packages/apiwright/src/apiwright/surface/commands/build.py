"""`apiwright build`."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from apiwright.build.apply import apply
from apiwright.build.environment import install, python, write_secrets
from apiwright.build.merge.conflict import Choices
from apiwright.build.prove import STEPS, prove
from apiwright.build.record import proved
from apiwright.plan.plan import Plan
from apiwright.refusal import Reason, Refusal
from apiwright.surface.options import Markers, Ours, Project, Theirs
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
    project: Project = Path(),
) -> None:
    """Build the blueprint: plan, ask, apply, prove, report.

    Your edits stay, and what the blueprint changes comes beside them. Where both changed the same
    lines, nothing is written until you pick a side. Exits with 1 when a proof fails.
    """
    choices = Choices(ours or (), theirs or (), markers or ())
    build(project, choices, yes=yes, proves=not no_prove)


def build(folder: Path, choices: Choices, *, yes: bool, proves: bool) -> None:
    """Goes the whole road in a folder that has a blueprint.

    Raises:
        Conflicts: Places that a person and the blueprint both changed, and nobody picked.
        Refusal: The plan could not be made or applied, or a proof failed.
    """
    opened = open_project(folder)
    plan, root = opened.plan(choices), opened.survey.root
    show_plan(plan)
    if not plan.is_empty:
        if not yes:
            _ask(plan)
        apply(root, plan.edits)
    write_secrets(root)
    stands = not proves or (plan.is_empty and _stands_proved(opened.survey))
    failed = [] if stands else _prove(root)
    if not plan.is_empty:
        show_report(plan)
    if failed:
        what = f"What was built does not hold: {', '.join(failed)}."
        raise Refusal(Reason(what, at=str(root), help="apiwright build   proves it again"))


def _ask(plan: Plan) -> None:
    if not sys.stdin.isatty():
        raise Refusal(Reason("Nobody is there to be asked.", help="apiwright build --yes"))
    files = len(plan.edits)
    with suppress(typer.Abort):
        if typer.confirm(f"Write these {files} files?", default=not plan.comparison.breaking):
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
