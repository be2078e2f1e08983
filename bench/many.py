"""How the tool and what it builds bear many resources, against their figures: `make bench`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Cost, cost, say
from things import bare, page

SIZES = (50, 100, 200)
ROUNDS = 2

START = """
import asyncio, importlib, sys

app = importlib.import_module(sys.argv[1]).app


async def start():
    async with app.router.lifespan_context(app):
        pass


asyncio.run(start())
"""
"""An app that is imported, started and stopped."""


def planned(resources: int, folder: Path) -> Cost:
    """What it costs to plan and render a page with so many resources."""
    folder.mkdir()
    (folder / "blueprint.yaml").write_text(page(resources))
    plan = [sys.executable, "-m", "apiwright", "plan", "--json"]
    return cost(*plan, cwd=folder, accepts=2, rounds=ROUNDS)


def started(module: str, folder: Path) -> Cost:
    """What it costs to import an app, start it and stop it."""
    return cost(sys.executable, "-c", START, module, cwd=folder, rounds=ROUNDS)


def main() -> None:
    """Measures everything."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        costs = {size: planned(size, folder / str(size)) for size in SIZES}
        least, *_, most = SIZES
        for size in SIZES:
            say(f"{size} resources planned and rendered, CPU", costs[size].cpu_s, 30, "s")
        say(f"{most} resources planned and rendered, memory", costs[most].peak_mb, 500, "MB")
        share = costs[most].cpu_s / most / (costs[least].cpu_s / least)
        say(f"one resource of {most}, over one of {least}", share, 1.25, "x")
        build = [sys.executable, "-m", "apiwright", "build", "--yes", "--no-prove"]
        built = folder / str(most)
        subprocess.run(build, cwd=built, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        (folder / "bare.py").write_text(bare(most))
        ours, theirs = started("many_things.main", built), started("bare", folder)
        say(f"start of an app of {most}, over bare FastAPI", ours.cpu_s / theirs.cpu_s, 2, "x")


main()
