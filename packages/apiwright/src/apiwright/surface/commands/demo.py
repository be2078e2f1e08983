"""`apiwright demo`."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from apiwright.blueprint.model import Blueprint
from apiwright.build.demo import Filled, fill, refuse_taken_port, serving
from apiwright.plan.answers import NO_ANSWERS
from apiwright.plan.calls import ADDRESS, calls
from apiwright.surface.commands.new import FROM, start
from apiwright.surface.page import read_page
from apiwright.surface.project import open_project
from apiwright.surface.road import carry_out
from apiwright.surface.show.console import out
from apiwright.surface.show.report import show_pasted
from apiwright.surface.show.sections import show_rows
from apiwright.surface.show.steps import running
from apiwright.surface.source import BLUEPRINT, find_source

EXAMPLE = "apiwright demo --from bookshop.yaml --into demo"


def run(
    source: Annotated[Path | None, typer.Option("--from", metavar="BLUEPRINT", help=FROM)] = None,
    into: Annotated[Path, typer.Option(metavar="DIR", help="Where.")] = Path("demo"),
    *,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop after the proof.")] = False,
) -> None:
    """Build a blueprint, fill it with data, prove it and serve it.

    It answers on 127.0.0.1:8000. A demo that stands is built again from its own blueprint; its
    data are made anew each time, in a database of the demo's own.
    """
    if not no_serve:
        refuse_taken_port()
    if not (into / BLUEPRINT).exists():
        start(into, source)
    elif source and read_page(find_source(source)) != read_page(into / BLUEPRINT):
        typer.echo(f"{into / BLUEPRINT} stands and is built; {source} says other things.", err=True)
    standing = open_project(into)
    carry_out(standing.plan(), standing.survey, NO_ANSWERS, yes=True, proves=True)
    opened = open_project(into)
    root, package = opened.survey.root, opened.blueprint.package
    with running("filling the database"):
        filled = fill(root, package)
    show_rows((f"{count} rows", path) for path, count in filled.rows.items())
    if not no_serve:
        with serving(root, package) as server, suppress(KeyboardInterrupt):
            _welcome(opened.blueprint, filled)
            server.wait()


def _welcome(blueprint: Blueprint, filled: Filled) -> None:
    email, password = filled.account or ("", "")
    out.print()
    show_rows([("Docs", f"{ADDRESS}/docs")])
    if filled.account:
        show_rows([("Sign in as", email, "with", password)])
    out.print()
    pasted = (
        (call.about, call.curl.replace("$EMAIL", email).replace("$PASSWORD", password))
        for call in calls(blueprint)
    )
    show_pasted("Paste, in this order", pasted)
    out.print("Ctrl-C stops the server.")
