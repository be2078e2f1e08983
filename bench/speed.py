"""How quick the tool and what it builds are, against their figures: `make bench`."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7

RESOURCE = """
  Thing{n}:
    owned: true
    fields:
      title: str 1..200, search
      price: decimal(10,2) 0..
      state: open | closed = open
      due: date?
      other: Thing{other}?
    access: {{read: anyone, create: signed in, update: owner, delete: owner | admin}}
    list: {{filter: [price, state, due, other], sort: [title, price, due]}}
"""
TEN = "backend: Ten things\nabout: Ten.\nauth: {sign_up: open}\nresources:" + "".join(
    RESOURCE.format(n="ABCDEFGHIJ"[n], other="ABCDEFGHIJ"[max(n - 1, 0)]) for n in range(10)
)


def cpu_s(*command: str, cwd: Path = ROOT, accepts: int = 0) -> float:
    """Least CPU seconds of a command, after a first run that warms caches up."""
    environment = {**os.environ, "SECRET_KEY": "x" * 64, "ENVIRONMENT": "test"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(  # noqa: S603 - our own commands
            command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if run.returncode != accepts:
            sys.exit(f"failed: {' '.join(command)}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    once()
    return min(once() for _ in range(ROUNDS))


def say(what: str, measured: float, figure: float, unit: str) -> None:
    """Prints one measurement beside its figure."""
    verdict = "ok" if measured < figure else "MISSED"
    print(f"{verdict:7} {what:45} {measured:6.2f} {unit}   under {figure} {unit}")  # noqa: T201


def main() -> None:
    """Measures everything."""
    python = sys.executable
    say("apiwright --help, CPU", cpu_s(python, "-m", "apiwright", "--help"), 0.3, "s")
    with tempfile.TemporaryDirectory() as folder:
        ten, bookshop = Path(folder, "ten"), Path(folder, "bookshop")
        ten.mkdir()
        (ten / "blueprint.yaml").write_text(TEN)
        plan = cpu_s(python, "-m", "apiwright", "plan", "--json", cwd=ten, accepts=2)
        say("ten resources planned and rendered, CPU", plan, 3, "s")
        new = [python, "-m", "apiwright", "new", str(bookshop), "--from", "examples/bookshop.yaml"]
        build = [python, "-m", "apiwright", "build", "--yes", "--no-prove"]
        for command, cwd in ((new, ROOT), (build, bookshop)):
            subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        ours = cpu_s(python, "-c", "import bookshop.main", cwd=bookshop)
        alone = cpu_s(python, "-c", "import fastapi, sqlmodel, pydantic_settings")
        say("import of a built app, over its frameworks", ours / alone, 1.25, "x")


main()
