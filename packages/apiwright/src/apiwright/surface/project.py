"""A project as commands open it."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.build.propose import propose
from apiwright.build.staging import heal
from apiwright.plan.plan import Plan
from apiwright.surface.page import read_page
from apiwright.survey.read import read_survey
from apiwright.survey.survey import Survey

BLUEPRINT = "blueprint.yaml"


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands in a folder and the blueprint in it."""

    survey: Survey
    text: str
    blueprint: Blueprint

    def plan(self) -> Plan:
        """What building the blueprint changes; the request is the command line as typed."""
        typed = shlex.join(["apiwright", *sys.argv[1:]])
        request = typed.encode(errors="backslashreplace").decode()
        return propose(self.blueprint, self.text, self.survey, request)


def open_project(folder: Path) -> Opened:
    """Reads a project's folder and its blueprint, once no build is half-done there.

    Raises:
        Refusal: There is no blueprint.
        BlueprintMistakes: The blueprint is none.
    """
    if heal(folder):
        typer.echo("A build was cut off here; what it had begun is taken back.", err=True)
    page = read_page(folder / BLUEPRINT)
    blueprint = read_blueprint(page)
    return Opened(read_survey(folder), page.decode("utf-8-sig"), blueprint)
