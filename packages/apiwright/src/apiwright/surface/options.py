"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Project = Annotated[
    Path, typer.Option("--project", metavar="DIR", help="The project's folder; this one if unsaid.")
]
