"""`apiwright validate`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.schema import json_schema
from apiwright.surface.page import read_page
from apiwright.surface.project import BLUEPRINT
from apiwright.surface.show.console import out

EXAMPLE = "apiwright validate bookshop/blueprint.yaml"


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The blueprint.")] = Path(BLUEPRINT),
    *,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema, for editors.")
    ] = False,
) -> None:
    """Check a blueprint; every mistake with its line."""
    if schema:
        typer.echo(json.dumps(json_schema(), indent=2))
        return
    blueprint = read_blueprint(read_page(file), str(file))
    out.print(f"{blueprint.name}: {len(blueprint.resources)} resources, no mistakes.")
