"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Project = Annotated[
    Path, typer.Option("--project", metavar="DIR", help="The project's folder; this one if unsaid.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
NoProve = Annotated[
    bool, typer.Option("--no-prove", help="Only write files: install, try and prove nothing.")
]
AcceptBreaking = Annotated[
    bool, typer.Option("--accept-breaking", help="Let clients lose what the plan names.")
]
Ours = Annotated[
    list[str] | None,
    typer.Option("--ours", metavar="PATH[:LINE]", help="In conflict, keep what you wrote."),
]
Theirs = Annotated[
    list[str] | None,
    typer.Option("--theirs", metavar="PATH[:LINE]", help="In conflict, take the blueprint's."),
]
Markers = Annotated[
    list[str] | None,
    typer.Option("--markers", metavar="PATH[:LINE]", help="In conflict, mark both in the file."),
]
Drop = Annotated[
    list[str] | None,
    typer.Option("--drop", metavar="TABLE[.COLUMN]", help="Let this go, with all that it holds."),
]
Fill = Annotated[
    list[str] | None,
    typer.Option(
        "--fill", metavar="TABLE.COLUMN=SQL", help="What rows get there that break what it asks."
    ),
]
