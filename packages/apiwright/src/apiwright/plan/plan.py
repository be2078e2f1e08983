"""The plan as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.compare import Comparison
    from apiwright.plan.contract import Endpoint


@dataclass(frozen=True, slots=True)
class Edit:
    """One change in one file; `None` stands for no file."""

    path: PurePosixPath
    before: bytes | None
    after: bytes | None

    @property
    def kind(self) -> str:
        """`add`, `change` or `delete`."""
        if self.before is None:
            return "add"
        return "delete" if self.after is None else "change"


@dataclass(frozen=True, slots=True)
class Migration:
    """A step of the database, as its file and as the SQL that Postgres will run."""

    path: PurePosixPath
    summary: str
    sql: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Every change that building a blueprint makes to a project.

    Attributes:
        request: What was asked for, word for word.
        blueprint: What the backend shall be; `None` when all that was built goes.
        comparison: What changes for people: endpoints, tables, access, breaking changes.
        edits: What changes in files, the migration's file included.
        migrations: The database's steps, if its tables change: one, or one that expands and one
            that contracts.
        dependencies: Distributions that the project newly needs.
        unwritten: Endpoints whose logic its owner has yet to write, once the edits are made.
        combined: Files in which the owner's lines and the blueprint's stand together afterwards.
        absent: Files that the blueprint changes and the owner deleted; they stay deleted.
        taken_back: Revisions of the database that go again; who has run them goes back first.
        uncommitted: Files that change and whose content of now no commit has.
    """

    request: str
    blueprint: Blueprint | None
    comparison: Comparison
    edits: tuple[Edit, ...]
    migrations: tuple[Migration, ...] = ()
    dependencies: tuple[str, ...] = ()
    unwritten: tuple[Endpoint, ...] = ()
    combined: tuple[PurePosixPath, ...] = ()
    absent: tuple[PurePosixPath, ...] = ()
    taken_back: tuple[PurePosixPath, ...] = ()
    uncommitted: tuple[PurePosixPath, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the project is already as the blueprint says."""
        return not self.edits
