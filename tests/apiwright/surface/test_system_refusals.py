"""What the system refuses is told in words: what, where, why, what to do."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
TOO_LONG = "x" * 300


@pytest.mark.parametrize("command", ["plan", "build", "history"])
def test_a_folder_that_cannot_be_looked_at_is_told(
    apiwright: Run, files: Callable[[], object], command: str
) -> None:
    run = apiwright(command, "--project", TOO_LONG)
    assert run.returncode == 1
    what, at, why, help_ = run.stderr.splitlines()
    assert what == "error: The system refused a file or a folder."
    assert at.startswith("   at  ")
    assert TOO_LONG in at
    assert why == "  why  file name too long"
    assert help_.startswith(" help  ")
    assert not files()
