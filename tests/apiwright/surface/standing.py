"""A project that is built, migrated, and then changed by hand."""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

from keel.testing.database import plain_engine
from sqlalchemy import text

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  # Who writes.
  Author:
    fields: {name: str 1..80}
    access: {read: anyone, write: admin}
  Book:
    fields:
      title: str 1..200, search   # as on its cover
      isbn: str 13
      author: Author
    access:
      read: anyone
      write: admin
    list: {filter: [isbn]}
    actions:
      lend: {by: signed in, sets: {isbn: "0000000000000"}}
"""
OURS = ("COV", "PYTEST")


@dataclass(frozen=True)
class Standing:
    """A project that stands, with its database."""

    root: Path
    url: str

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Change a file of the package by hand."""
        file = self.root / "shop" / path
        written = file.read_text()
        for old, new in changes:
            assert written.count(old) == 1, (old, written)
            written = written.replace(old, new)
        file.write_text(written)

    def run(self, *arguments: str) -> None:
        """Run a module of the project's Python."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        command = [sys.executable, "-m", *arguments]
        ran = subprocess.run(
            command, cwd=self.root, env=kept, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr

    @property
    def is_postgres(self) -> bool:
        """Whether it is kept in Postgres."""
        return self.url.startswith("postgresql")

    def sql(self, *statements: str) -> list[tuple[object, ...]]:
        """Change the database by hand; the rows that the last statement gives, if it does."""
        return asyncio.run(_execute(self.url, statements))


async def _execute(url: str, statements: tuple[str, ...]) -> list[tuple[object, ...]]:
    engine = plain_engine(url)
    rows: list[tuple[object, ...]] = []
    async with engine.connect() as connection:
        for statement in statements:
            ran = await connection.execute(text(statement))
            rows = [tuple(row) for row in ran] if ran.returns_rows else []
    await engine.dispose()
    return rows


def environment(root: Path, url: str) -> None:
    """Give a project the environment of these tests, and a database."""
    (root / ".venv").symlink_to(sys.prefix)
    with (root / ".env").open("a") as settings:
        settings.write(f"DATABASE_URL={url}\n")


def drift(run: CompletedProcess[str]) -> dict[str, tuple[str, str]]:
    """What a plan in JSON says to be expected and found, by name."""
    found = json.loads(run.stdout)["drift"]
    return {each["name"]: (each["expected"], each["found"]) for each in found}
