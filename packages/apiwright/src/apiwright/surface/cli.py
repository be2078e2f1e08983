"""The command line."""

from __future__ import annotations

import signal
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Literal

import typer

from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.build.merge.conflict import Conflicts
from apiwright.refusal import Reason, Refusal
from apiwright.surface.show.errors import show_refusal

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "new": "Start a project: a folder with a blueprint to write on.",
    "plan": "Show what building the blueprint would change, and what was changed beside it.",
    "build": "Build the blueprint: plan, ask, apply, prove, report.",
    "undo": "Undo a plan that was applied; what you edited and built since stays.",
    "adopt": "Let the blueprint say what stands, where code or database were changed beside it.",
    "restore": "Bring code back to what was built, where it was changed beside the blueprint.",
    "routes": "List the endpoints and who may call each.",
    "validate": "Check a blueprint; every mistake with its line.",
    "history": "List the plans that were applied, or show one: its plan, its proof, its diff.",
    "demo": "Build a blueprint, fill it with data, prove it and serve it.",
}

EXAMPLE = "Example: "

MARKUP: Literal["rich"] | None = "rich" if sys.stdout.isatty() else None
"""Boxes are for terminals; a pipe gets plain text."""

_INTERRUPTED = 130

app = typer.Typer(
    help="A backend engineer that you install: from a one-page blueprint to a tested backend.",
    epilog=f"{EXAMPLE}apiwright new bookshop",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=MARKUP,
)


@app.callback()
def apiwright() -> None:
    """Keeps `COMMANDS` commands, however many there are."""


def main() -> None:
    """Runs the command line: 0 when all went well, 1 when not, 130 when stopped; `plan` has a 2."""
    arguments = sys.argv[1:] or ["--help"]
    _set_up_process()
    try:
        _refuse_unknown(arguments[0])
        code = app(arguments, prog_name="apiwright", standalone_mode=False)
    except Conflicts as conflicts:
        code = import_module("apiwright.surface.show.conflicts").show_conflicts(conflicts)
    except Refusal as refusal:
        code = show_refusal(refusal)
    except BlueprintMistakes as mistakes:
        code = show_refusal(_refusal_of(mistakes))
    except OSError as error:
        code = show_refusal(Refusal(_trouble(error)))
    except typer.TyperException as error:
        code = show_refusal(Refusal(_misuse(error)))
    if code == _INTERRUPTED:
        typer.echo("Stopped; nothing is left half-written.", err=True)
    sys.exit(code)


def _set_up_process() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # both end what we started, too
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse_unknown(name: str) -> None:
    if name not in COMMANDS and not name.startswith("-"):
        [nearest] = get_close_matches(name, COMMANDS, n=1) or ["--help"]
        raise Refusal(Reason(f"There is no command `{name}`.", help=f"apiwright {nearest}"))


def _refusal_of(mistakes: BlueprintMistakes) -> Refusal:
    return Refusal(
        *(
            Reason(mistake.what, mistakes.place(mistake), "", mistake.help)
            for mistake in mistakes.mistakes
        )
    )


def _trouble(error: OSError) -> Reason:
    at, why = str(error.filename or ""), (error.strerror or str(error)).lower()
    return Reason(
        "The system refused a file or a folder.", at, why, "mend that, then type the command again"
    )


def _misuse(error: typer.TyperException) -> Reason:
    command = getattr(getattr(error, "ctx", None), "command", app.info)
    help_ = str(command.epilog).removeprefix(EXAMPLE)
    return Reason(error.format_message().replace("'", "`"), help=help_)


def _deferred(name: str) -> Callable[[typer.Context], int | None]:
    """A command that imports its module when it is called, so that `--help` need not wait."""

    def call(context: typer.Context) -> int | None:
        module = import_module(f"apiwright.surface.commands.{name}")
        command = typer.Typer(
            add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=MARKUP
        )
        command.command(epilog=f"{EXAMPLE}{module.EXAMPLE}")(module.run)
        code: int | None = command(
            [*context.args], prog_name=context.command_path, standalone_mode=False
        )
        return code

    return call


for _name, _summary in COMMANDS.items():
    app.command(
        _name,
        help=_summary,
        add_help_option=False,
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )(_deferred(_name))
