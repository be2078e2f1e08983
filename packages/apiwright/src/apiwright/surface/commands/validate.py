"""`apiwright validate`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from apiwright.blueprint.page.schema import json_schema
from apiwright.blueprint.page.schema import part_schema as schema_of_part
from apiwright.surface.page import read_page
from apiwright.surface.show.console import out
from apiwright.surface.source import BLUEPRINT

EXAMPLE = "apiwright validate bookshop/blueprint.yaml"


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The blueprint.")] = Path(BLUEPRINT),
    *,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema, for editors.")
    ] = False,
    part_schema: Annotated[
        bool, typer.Option("--part-schema", help="Print that of the files among `parts`.")
    ] = False,
) -> None:
    """Check a blueprint; every mistake with its line."""
    if schema or part_schema:
        typer.echo(json.dumps(schema_of_part() if part_schema else json_schema(), indent=2))
        return
    blueprint = read_page(file).blueprint(str(file))
    out.print(f"{blueprint.name}: {len(blueprint.resources)} resources, no mistakes.")
