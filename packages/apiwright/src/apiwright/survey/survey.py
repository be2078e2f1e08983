"""What stands in a project, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

PAGE = PurePosixPath("blueprint.yaml")
"""Where a project's page stands."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How one step of proving a project went.

    Attributes:
        step: What was proved: `lint`, `types`, `migrations`, `tests`.
        detail: One line when it went well, the end of the output when it did not.
    """

    step: str
    ok: bool
    seconds: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """A plan that was applied, as its record in `history/` keeps it.

    Attributes:
        number: From 1, each once.
        slug: The record's name in its files' names.
        at: When, in UTC, as ISO 8601.
        request: What was asked for, word for word.
        blueprint: The whole text of the blueprint that was built.
        grown: Digest (SHA-256, hex) of each file as it was grown, edited since or not.
        proofs: What was proved afterwards; empty when nothing was.
        parts: The whole text of each part of the blueprint, by its name in it.
        by: Who asked for it, as git or the system calls them.
        apiwright: The version that built it.
        migrations: The revisions that came with it.
        written: Digest of each of those as it was written.
        taken_back: The revisions of earlier plans that went with it.
        tables: Every table that stands with it, as JSON; empty in records that kept none.
        generation: That of the templates.
    """

    number: int
    slug: str
    at: str
    request: str
    blueprint: str
    grown: Mapping[PurePosixPath, str]
    proofs: tuple[Proof, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    by: str = ""
    apiwright: str = ""
    migrations: tuple[PurePosixPath, ...] = ()
    written: Mapping[PurePosixPath, str] = field(default_factory=dict[PurePosixPath, str])
    taken_back: tuple[PurePosixPath, ...] = ()
    tables: list[Any] = field(default_factory=list[Any], repr=False)
    generation: int = 1

    @property
    def name(self) -> str:
        """What its files in `history/` are called, without their endings."""
        return f"{self.number:04}-{self.slug}"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a project is.

    Attributes:
        root: The project's folder, resolved; it need not exist.
        files: Content of every file that is the project's own.
        opaque: What stands there and is not read: links, devices, files over 5 MB and
            what this account may not read.
        history: Applied plans, oldest first.
        grown: Content of each text as the last applied plan grew it.
        uncommitted: Files whose content no commit of git's has; none where there is no git.
    """

    root: Path
    files: Mapping[PurePosixPath, bytes] = field(repr=False)
    opaque: frozenset[PurePosixPath] = frozenset()
    history: tuple[Applied, ...] = ()
    grown: Mapping[PurePosixPath, bytes] = field(
        default_factory=dict[PurePosixPath, bytes], repr=False
    )
    uncommitted: frozenset[PurePosixPath] = frozenset()

    @property
    def last(self) -> Applied | None:
        """The plan that was applied last."""
        return self.history[-1] if self.history else None

    @property
    def built(self) -> Mapping[PurePosixPath, str]:
        """Digest of each file as the last applied plan grew it."""
        return self.last.grown if self.last else {}
