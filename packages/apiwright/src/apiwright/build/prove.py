"""Whether a built project holds, by its own tools in its own environment."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.build.environment import tail
from apiwright.survey.interpreter import python, variables
from apiwright.survey.survey import Proof

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_MIGRATIONS = """\
from alembic.config import main
for step in ("upgrade head", "downgrade base", "upgrade head", "check"):
    main(step.split())
"""
_START = """
import asyncio, tomllib
from importlib import import_module

with open("pyproject.toml", "rb") as file:
    module, _, name = tomllib.load(file)["tool"]["fastapi"]["entrypoint"].partition(":")
app = getattr(import_module(module), name)

async def start():
    async with app.router.lifespan_context(app):
        print(f"{len(app.openapi()['paths'])} paths")

asyncio.run(start())
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the proof: commands, each the arguments of the project's Python."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    has_scratch_database: bool = False

    def settings(self, scratch: str) -> dict[str, str]:
        """The variables that it runs with, given a folder to write in."""
        url = f"sqlite+aiosqlite:///{scratch}/scratch.db"
        return {"DATABASE_URL": url} if self.has_scratch_database else {}


_MIGRATE = ("-m", "alembic", "upgrade", "head")
TRIED = (
    Step("lint", (("-m", "ruff", "check"), ("-m", "ruff", "format", "--check"))),
    Step("types", (("-m", "pyright"),)),
    Step(
        "start", (("-m", "alembic", "upgrade", "head"), ("-c", _START)), has_scratch_database=True
    ),
)
"""What shows soon whether built code and a person's go together."""
MIGRATE = Step("migrations", (("-c", _MIGRATIONS),), has_scratch_database=True)
STEPS = (
    *TRIED,
    MIGRATE,
    Step("tests", (("-m", "pytest", "-n", "auto", "--cov", "--cov-report=term:skip-covered"),)),
)


def prove(root: Path, step: Step) -> Proof:
    """Runs one step to its end or to its first failure; what asks for one gets a new database."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="apiwright-") as scratch:
        ok, detail = _run_all(root, step.commands, variables(root, **step.settings(scratch)))
    return Proof(step.name, ok, round(time.perf_counter() - started, 1), detail)


def _run_all(
    root: Path, commands: Iterable[tuple[str, ...]], environment: dict[str, str]
) -> tuple[bool, str]:
    output = ""
    for command in commands:
        run = subprocess.run(  # noqa: S603 - the project's own tools with our own arguments
            [python(root), *command],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        output = run.stdout.replace(f"{root}{os.sep}", "")
        if run.returncode:
            return False, f"$ python {shlex.join(command)}\n{tail(output)}"
    return True, _summary(output)


def _summary(output: str) -> str:
    """The one line of a tool's output that says how it went."""
    covered = re.search(r"^TOTAL\s.*?(\d+%)$", output, re.MULTILINE)
    last = tail(output).rpartition("\n")[2].strip("= ")
    return f"{last}, {covered[1]} covered" if covered else last
