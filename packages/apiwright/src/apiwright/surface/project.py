"""A project as commands open it."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from apiwright.blueprint.model import Blueprint
from apiwright.build.adopt import adopt
from apiwright.build.merge.conflict import Choices
from apiwright.build.propose import propose
from apiwright.build.request import Request
from apiwright.build.staging import heal
from apiwright.build.undo import undo
from apiwright.plan.answers import NO_ANSWERS, Answers
from apiwright.plan.drift.drift import Drift
from apiwright.plan.plan import Plan
from apiwright.surface.page import Page, read_page
from apiwright.surface.source import BLUEPRINT
from apiwright.survey.read import read_survey
from apiwright.survey.standing import Standing
from apiwright.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands in a folder and the blueprint in it."""

    survey: Survey
    page: Page
    blueprint: Blueprint

    def plan(self, choices: Choices | None = None, answers: Answers = NO_ANSWERS) -> Plan:
        """What building the blueprint changes; the request is the command line as typed."""
        return propose(self._request(choices, answers), self.survey)

    def adopt(
        self, drifts: Sequence[Drift], standing: Standing, choices: Choices, answers: Answers
    ) -> Plan:
        """What changes when the page says what stands."""
        request = adopt(self._request(choices, answers), self.survey, drifts, standing)
        return propose(request, self.survey)

    def _request(self, choices: Choices | None, answers: Answers) -> Request:
        return Request(
            words=_typed(),
            blueprint=self.blueprint,
            text=self.page.text.decode("utf-8-sig"),
            parts={name: part.decode("utf-8-sig") for name, part in self.page.parts.items()},
            choices=choices or Choices(),
            answers=answers,
        )

    def undo(
        self, number: int | None, choices: Choices, answers: Answers, *, is_forward: bool
    ) -> Plan:
        """What undoing a plan changes, the last one unless its number is said."""
        request = undo(self.survey, number, _typed(), choices)
        request = replace(request, answers=answers, takes_revisions_back=not is_forward)
        return propose(request, self.survey)


def _typed() -> str:
    """The command line, word for word."""
    return shlex.join(["apiwright", *sys.argv[1:]]).encode(errors="backslashreplace").decode()


def open_project(folder: Path) -> Opened:
    """Reads a project's folder and its blueprint, once no build is half-done there.

    Raises:
        Refusal: There is no blueprint.
        BlueprintMistakes: The blueprint is none.
    """
    if heal(folder):
        typer.echo("A build was cut off here; what it had begun is taken back.", err=True)
    page = read_page(folder / BLUEPRINT)
    blueprint = page.blueprint(BLUEPRINT)
    return Opened(read_survey(folder), page, blueprint)
