"""How quick the tool and what it builds are, against their figures: `make bench`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from measure import ROOT, cost, say
from things import page


def main() -> None:
    """Measures everything."""
    python = sys.executable
    say("apiwright --help, CPU", cost(python, "-m", "apiwright", "--help").cpu_s, 0.3, "s")
    with tempfile.TemporaryDirectory() as folder:
        ten, bookshop = Path(folder, "ten"), Path(folder, "bookshop")
        ten.mkdir()
        (ten / "blueprint.yaml").write_text(page(10))
        plan = cost(python, "-m", "apiwright", "plan", "--json", cwd=ten, accepts=2)
        say("ten resources planned and rendered, CPU", plan.cpu_s, 3, "s")
        new = [python, "-m", "apiwright", "new", str(bookshop), "--from", "examples/bookshop.yaml"]
        build = [python, "-m", "apiwright", "build", "--yes", "--no-prove"]
        for command, cwd in ((new, ROOT), (build, bookshop)):
            subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        ours = cost(python, "-c", "import bookshop.main", cwd=bookshop)
        alone = cost(python, "-c", "import fastapi, sqlmodel, pydantic_settings")
        say("import of a built app, over its frameworks", ours.cpu_s / alone.cpu_s, 1.25, "x")


main()
