"""Every command explains itself, and wrong use gets one clear line."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from apiwright.surface.cli import COMMANDS

Run = Callable[..., CompletedProcess[str]]


def test_help_names_every_command(apiwright: Run) -> None:
    said = apiwright("--help").stdout
    assert all(name in said for name in COMMANDS)
    assert apiwright().stdout == said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(apiwright: Run, command: str) -> None:
    run = apiwright(command, "--help")
    assert run.returncode == 0
    assert f"Example: apiwright {command}" in run.stdout
    assert COMMANDS[command] in " ".join(run.stdout.split())


@pytest.mark.parametrize(
    ("typed", "what", "instead"),
    [
        (["bild"], "There is no command `bild`.", "apiwright build"),
        (["xyzzy"], "There is no command `xyzzy`.", "apiwright --help"),
        (["--wrong"], "No such option: --wrong", "apiwright new bookshop"),
        (["new"], "Missing argument `NAME`.", "apiwright new bookshop"),
        (["new", "a", "b"], "Got unexpected extra argument(s) (b)", "apiwright new bookshop"),
        (["plan", "--jso"], "No such option: --jso", "apiwright plan --json"),
        (["history", "first"], "Invalid value for `N`", "apiwright history 1"),
    ],
)
def test_wrong_use_is_told_what_to_type(
    apiwright: Run, typed: list[str], what: str, instead: str
) -> None:
    run = apiwright(*typed)
    assert run.returncode == 1
    first, last = run.stderr.splitlines()
    assert first.startswith(f"error: {what}")
    assert last == f" help  {instead}"
