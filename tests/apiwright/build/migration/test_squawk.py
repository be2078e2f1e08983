"""What Postgres runs keeps nobody waiting, in the judgement of squawk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration, sql
from apiwright.plan.renames import renames
from apiwright.plan.tables import tables

from tests.apiwright.build.migration.test_rows import BOOKS, PAGE, RENAMED, STOPPED, WAS

SQUAWK = Path(sys.executable).parent / "squawk"
MEANT = (
    # What the page, or its builder, said is to go or to be called otherwise.
    *("ban-drop-column", "ban-drop-table", "ban-drop-constraint", "ban-drop-not-null"),
    *("ban-drop-default", "renaming-table", "renaming-column", "renaming-object"),
    # What the plan says with its lock: a bound of a text is a bound of the interface.
    *("prefer-text-field", "changing-column-type"),
    # What takes long holds no lock that anybody waits for.
    "require-statement-timeout",
    # Each statement outside a transaction can be run again.
    "prefer-robust-stmts",
    # A whole number that needs more room has it by its bounds; keel numbers words by itself.
    *("prefer-bigint-over-int", "prefer-identity"),
)
ADDED = WAS + ', shelf: "str = A1", tag: "str?, unique", next: "Book?", seen: "datetime = now"'
PAIRS = {
    **{
        name: (BOOKS.format(fields=WAS), BOOKS.format(fields=WAS.replace(*pair)))
        for name, (pair, _) in STOPPED.items()
    },
    "what comes": (BOOKS.format(fields=WAS), BOOKS.format(fields=ADDED)),
    "what goes": (BOOKS.format(fields=ADDED), BOOKS.format(fields=WAS)),
    "other names": (PAGE, RENAMED),
    "a start": ("", PAGE),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("way", ["upgrade", "downgrade"])
def test_squawk_has_nothing_to_say(name: str, way: str, tmp_path: Path) -> None:
    was, now = PAIRS[name]
    before, after = read_blueprint(was) if was else None, read_blueprint(now)
    stood = tables(before) if before else ()
    found = renames(before, after) if before else ()
    scripts: list[Path] = []
    for revision in migration(stood, tables(after), "0002", "0001", renames=found):
        scripts.append(tmp_path / f"{revision.number}.sql")
        scripts[-1].write_text(f"SET lock_timeout = 1000;\n{sql(revision.text, way)}")
    said = subprocess.run(
        [SQUAWK, "--pg-version=16", f"--exclude={','.join(MEANT)}", *scripts],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout
