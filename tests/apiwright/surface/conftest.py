"""The command line as a person runs it, in a folder of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def apiwright(tmp_path: Path) -> Run:
    """Runs `apiwright` with these arguments."""

    def run(*arguments: str | Path) -> CompletedProcess[str]:
        command = [sys.executable, "-m", "apiwright", *map(str, arguments)]
        run = subprocess.run(
            command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        out, error = run.stdout.decode(), run.stderr.decode()
        assert "Traceback" not in error, error
        return CompletedProcess(command, run.returncode, out, error)

    return run


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """What stands in the folder now."""
    return lambda: tree(tmp_path)
