"""What a command costs, and a figure that it is to stay under."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """CPU seconds of a command and of those it ran, and the most memory that one of them had."""

    cpu_s: float
    peak_mb: float


def cost(*command: str, cwd: Path = ROOT, accepts: int = 0, rounds: int = ROUNDS) -> Cost:
    """The least that a command costs, after a first run that warms caches up."""
    _once(command, cwd, accepts)
    return min(_once(command, cwd, accepts) for _ in range(rounds))


def _once(command: Sequence[str], cwd: Path, accepts: int) -> Cost:
    environment = {**os.environ, "SECRET_KEY": "x" * 64, "ENVIRONMENT": "test"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ran = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, status, used = os.wait4(ran.pid, 0)
    ran.returncode = os.waitstatus_to_exitcode(status)
    if ran.returncode != accepts:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def say(what: str, measured: float, figure: float, unit: str) -> None:
    """Prints one measurement beside its figure."""
    verdict = "ok" if measured < figure else "MISSED"
    print(f"{verdict:7} {what:52} {measured:7.2f} {unit:2}   under {figure} {unit}")  # noqa: T201
