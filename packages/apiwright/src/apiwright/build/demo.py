"""A built project at work: its database filled, its server up."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from apiwright.build.environment import tail
from apiwright.plan.calls import ADDRESS
from apiwright.refusal import Reason, Refusal
from apiwright.survey.interpreter import python, variables

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

HOST, PORT = "127.0.0.1", 8000
_DATABASE = "demo.db"
_START_S = 30


@dataclass(frozen=True, slots=True)
class Filled:
    """What a database was filled with.

    Attributes:
        rows: How many, by path of their resource.
        account: E-mail and password of an account of the strongest role; `None` without accounts.
    """

    rows: dict[str, int]
    account: tuple[str, str] | None


def fill(root: Path, package: str) -> Filled:
    """Migrates a SQLite database of the demo's own, made anew, and fills it through the API."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        (root / f"{_DATABASE}{suffix}").unlink(missing_ok=True)
    _run(root, "alembic", "upgrade", "head")
    said = _run(root, "keel.testing.seed", f"{package}.main:app", "--json")
    seeded = json.loads(said.splitlines()[-1])
    account = seeded["account"]
    return Filled(seeded["rows"], account and (account["email"], account["password"]))


def refuse_taken_port() -> None:
    """Refuses when something listens where the demo would."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((HOST, PORT)) == 0:
            what = f"Port {PORT} is taken, and a demo serves there."
            why = "another program listens on it, perhaps a demo that still runs"
            help_ = "end that program, or: apiwright demo --no-serve"
            raise Refusal(Reason(what, f"{HOST}:{PORT}", why, help_))


@contextmanager
def serving(root: Path, package: str) -> Generator[subprocess.Popen[bytes]]:
    """The project's server, answering; it ends with the block."""
    command = ["uvicorn", f"{package}.main:app", "--host", HOST, "--port", str(PORT)]
    with subprocess.Popen(  # noqa: S603 - the project's own server with our own arguments
        [python(root), "-m", *command], cwd=root, env=_variables(root)
    ) as server:
        try:
            _wait_until_it_answers(server)
            yield server
        finally:
            server.terminate()


def _wait_until_it_answers(server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_S
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{ADDRESS}/health/live", timeout=1):  # noqa: S310 - our own address
                return
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise Refusal(Reason("The server did not start.", why="its own words stand above"))


def _run(root: Path, *arguments: str) -> str:
    run = subprocess.run(  # noqa: S603 - the project's own tools with our own arguments
        [python(root), "-m", *arguments],
        cwd=root,
        env=_variables(root),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if run.returncode:
        what = f"`python -m {' '.join(arguments)}` failed."
        raise Refusal(Reason(what, str(root), tail(run.stdout + run.stderr)))
    return run.stdout


def _variables(root: Path) -> dict[str, str]:
    return variables(root, DATABASE_URL=f"sqlite+aiosqlite:///{_DATABASE}")
