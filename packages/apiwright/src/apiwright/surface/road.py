"""The road from a plan to a proved project, which every command that changes one goes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from apiwright.build.apply import apply
from apiwright.build.database import take_back
from apiwright.build.environment import install, write_secrets
from apiwright.build.prove import STEPS, prove
from apiwright.build.record import proved
from apiwright.build.trial import trial, trials
from apiwright.plan.answers import unmeant
from apiwright.refusal import Reason, Refusal
from apiwright.surface.show.console import out
from apiwright.surface.show.plan import show_plan
from apiwright.surface.show.report import show_report
from apiwright.surface.show.steps import running, show_proof
from apiwright.survey.interpreter import python
from apiwright.survey.read import read_survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from apiwright.build.prove import Step
    from apiwright.plan.answers import Answers
    from apiwright.plan.plan import Plan
    from apiwright.survey.survey import Proof, Survey


def carry_out(plan: Plan, survey: Survey, answers: Answers, *, yes: bool, proves: bool) -> None:
    """Goes the whole road: show, ask, try, apply, prove, report.

    Raises:
        Refusal: Nothing was written, since it was refused, does not go with the owner's work, or
            could not be written; or it was written and a proof failed.
    """
    show_plan(plan)
    proofs: list[Proof] = []
    if not plan.is_empty:
        ask(len(plan.edits), unmeant(plan.comparison, answers), yes=yes)
        if proves and plan.blueprint and (steps := trials(survey)):
            proofs = _try(plan, survey, steps)
        take_back(plan, survey)
        apply(survey.root, plan.edits)
    if plan.blueprint:
        _prove(plan, survey, proofs, proves=proves)


def ask(count: int, unmeant: Sequence[Reason], *, yes: bool) -> None:
    """Asks whoever is there; where nobody is, what was not said by name is refused.

    Args:
        count: How many files are to be written.
        unmeant: What is lost by that and was not said.
        yes: Whether not to ask.

    Raises:
        Refusal: Nobody is there to be asked, or something was not said.
        Exit: The answer is no.
    """
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
        if typer.confirm(f"Write these {count} files{even_so}?", default=not unmeant):
            return
    typer.echo("Nothing was written.", err=True)
    raise typer.Exit(1)


def _try(plan: Plan, survey: Survey, steps: Iterable[Step]) -> list[Proof]:
    """Proves beside the project that the plan goes with what its owner wrote."""
    with trial(survey, plan.edits) as root:
        proofs = _run(root, steps)
    if failed := [proof for proof in proofs if not proof.ok]:
        names = ", ".join(proof.step for proof in failed)
        what = f"What would be built does not hold together with your edits: {names}."
        help_ = "change your edits so that it does; --no-prove writes it as it is"
        raise Refusal(Reason(what, str(survey.root), "nothing was written", help_))
    return proofs


def _prove(plan: Plan, survey: Survey, proofs: list[Proof], *, proves: bool) -> None:
    """Brings the project's environment to what is built, and says whether all of it holds."""
    root = survey.root
    write_secrets(root)
    if proves and not (plan.is_empty and _stands_proved(survey)):
        with running("installing dependencies"):
            install(root)
        done = {proof.step for proof in proofs}
        proofs += _run(root, (step for step in STEPS if step.name not in done))
        apply(root, proved(read_survey(root), proofs))
        out.print()
    if not plan.is_empty:
        show_report(plan)
    if failed := [proof.step for proof in proofs if not proof.ok]:
        what = f"What was built does not hold: {', '.join(failed)}."
        raise Refusal(Reason(what, at=str(root), help="apiwright build   proves it again"))


def _run(root: Path, steps: Iterable[Step]) -> list[Proof]:
    proofs: list[Proof] = []
    for step in steps:
        with running(f"proving {step.name}"):
            proof = prove(root, step)
        show_proof(proof)
        proofs.append(proof)
    return proofs


def _stands_proved(survey: Survey) -> bool:
    proofs = survey.last.proofs if survey.last else ()
    return bool(proofs) and all(proof.ok for proof in proofs) and python(survey.root).exists()
