"""Errors in one form: what is so, where, why, what to do."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from apiwright.refusal import Reason, Refusal

_INDENT = "\n       "


def show_refusal(refusal: Refusal) -> int:
    """Prints every reason to standard error; the exit code that goes with it."""
    for reason in refusal.reasons:
        _show(reason)
    return 1


def _show(reason: Reason) -> None:
    _line("error:", reason.what, typer.colors.RED)
    for label, text in (("   at ", reason.at), ("  why ", reason.why), (" help ", reason.help)):
        if text:
            _line(label, text, typer.colors.CYAN)


def _line(label: str, text: str, colour: str) -> None:
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    shown = typer.style(label, fg=colour, bold=True) if coloured else label
    typer.echo(f"{shown} {text.replace(chr(10), _INDENT)}", err=True)
