"""The tracker's folder and database, and what is done to them."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from apiwright.survey.survey import PAGE

from tests.apiwright.build.year.clients import Document, losses
from tests.apiwright.build.year.diary import Build, Edit, Undo
from tests.apiwright.build.year.rows import all_rows, lost

_OURS = ("COV", "PYTEST")
_ARRIVE = """
import json
from alembic.config import main
main(["upgrade", "head"])
from tracker.main import app
print(json.dumps(app.openapi()))
"""
"""What stands goes to the database, starts, and tells what it offers."""


@dataclass
class Life:
    """A tracker that lives.

    Attributes:
        kept: What was written by hand, with the file where it must stand.
        plans: The number of each build's record, by what it was about.
        offered: What clients of the API can count on.
    """

    root: Path
    url: str
    offered: Document = field(default_factory=dict[str, Any])
    kept: list[tuple[Path, str]] = field(default_factory=list[tuple[Path, str]])
    plans: dict[str, int] = field(default_factory=dict[str, int])

    def go_on(self, entry: Edit | Build | Undo) -> None:
        """What an entry of the diary says happens, and nothing that was written by hand is gone."""
        match entry:
            case Edit():
                self._edit(entry)
            case Build():
                self._build(entry)
            case Undo():
                self._undo(entry)
        gone = [(path, words) for path, words in self.kept if words not in self._text(path)]
        assert not gone, (entry, gone)

    def arrive(self) -> None:
        """What stands goes to the database, and starts."""
        self.offered = json.loads(self.run("-c", _ARRIVE))

    def run(self, *arguments: str) -> str:
        """What Python prints when it runs with these arguments in the project."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        command = [sys.executable, *arguments]
        ran = subprocess.run(
            command, cwd=self.root, env=kept, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def _edit(self, edit: Edit) -> None:
        head = max(self.root.glob("migrations/versions/0*.py")).name[:4]
        _replace(self.root / edit.file, edit.old, edit.new.replace("{head}", head))
        self.kept.append((edit.file, edit.kept))

    def _build(self, build: Build) -> None:
        for each in build.page:
            _replace(self.root / PAGE, each.old, each.new)
        changed = (*build.lost, *build.filled)
        self._change(("build", *build.flags), build.lost, changed, build.renamed)
        self.kept = [(build.moved.get(path, path), words) for path, words in self.kept]
        self.plans[build.build] = len([*self.root.glob("history/*.json")])

    def _undo(self, undo: Undo) -> None:
        number = [str(self.plans[undo.of])] if undo.of else []
        self._change(("undo", *number), undo.lost, undo.lost, {})

    def _change(
        self,
        command: tuple[str, ...],
        dropped: tuple[str, ...],
        changed: tuple[str, ...],
        renamed: dict[str, str],
    ) -> None:
        """Rows hold what they held, but for what is said of them, and clients are warned."""
        before, offered = all_rows(self.url), self.offered
        drop = (word for name in dropped for word in ("--drop", name))
        flags = ("--yes", "--no-prove", "--accept-breaking")
        told = self.run("-m", "apiwright", *command, *drop, *flags)
        self.arrive()
        found = lost(before, all_rows(self.url), renamed, (*changed, "alembic_version"))
        assert not found, (command, found)
        _, _, broken = told.partition("Breaks clients\n")
        words = set(re.findall(r"\w+", broken.partition("\n\n")[0]))
        untold = [loss for loss in losses(offered, self.offered) if loss[1] not in words]
        assert not untold, (command, words, untold)

    def _text(self, path: Path) -> str:
        file = self.root / path
        return file.read_text() if file.exists() else ""


def _replace(file: Path, old: str, new: str) -> None:
    """Change a file where it says something once, or write it."""
    written = file.read_text() if old else ""
    assert not old or written.count(old) == 1, (file, old, written)
    file.write_text(written.replace(old, new) if old else new)
