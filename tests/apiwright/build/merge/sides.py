"""A project with one file, as its three sides have it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from apiwright.build.merge.conflict import Choices, Conflict, Conflicts
from apiwright.build.merge.tree import Merge, merge
from apiwright.survey.digests import digests
from apiwright.survey.survey import Applied, Survey

PATH = PurePosixPath("shop/books/service.py")

Files = Mapping[PurePosixPath, bytes]


def stands(files: Files, grown: Files | None = None, root: Path = Path()) -> Survey:
    """What stands, where `grown` was built last."""
    history = () if grown is None else (Applied(1, "x", "", "", "", digests(grown)),)
    return Survey(root, files, history=history, grown=grown or {})


def one(content: bytes | None, path: PurePosixPath = PATH) -> dict[PurePosixPath, bytes]:
    return {} if content is None else {path: content}


@dataclass(frozen=True)
class Sides:
    """One file of three sides."""

    base: bytes
    ours: bytes
    theirs: bytes | None
    path: PurePosixPath = PATH
    root: Path = Path()

    def merge(self, choices: Choices | None = None) -> Merge:
        before = stands(one(self.ours, self.path), one(self.base, self.path), self.root)
        return merge(before, one(self.theirs, self.path), choices or Choices())

    def merged(self, choices: Choices | None = None) -> bytes:
        """The file afterwards."""
        edits = {edit.path: edit.after for edit in self.merge(choices).edits}
        return edits.get(self.path, self.ours) or b""

    def conflicts(self) -> tuple[Conflict, ...]:
        """The places where it cannot be merged."""
        try:
            self.merge()
        except Conflicts as conflicts:
            return conflicts.conflicts
        return ()
