"""Long work as it goes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from apiwright.surface.show.console import out

if TYPE_CHECKING:
    from collections.abc import Generator

    from apiwright.survey.survey import Proof

_WIDTH = 12


@contextmanager
def running(what: str) -> Generator[None]:
    """Shows that something is running: a clock on a terminal, a line elsewhere."""
    if not out.is_terminal:
        out.print(f"{what} …")
        yield
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True) as progress:
        progress.add_task(what, total=None)
        yield


def show_proof(proof: Proof) -> None:
    """Prints how a step went: one line if it went well, else with the end of its output."""
    mark, style = ("ok", "green") if proof.ok else ("failed", "bold red")
    head = Text.assemble((f"{mark:7}", style), f"{proof.step:{_WIDTH}}{proof.seconds:6.1f} s  ")
    if proof.ok:
        out.print(head.append(proof.detail, "dim"), soft_wrap=True)
    else:
        out.print(head)
        out.print(Text(proof.detail), soft_wrap=True)
