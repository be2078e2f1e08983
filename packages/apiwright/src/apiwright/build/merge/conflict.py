"""Conflicts: places that the owner and the blueprint both changed, and what is picked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import PurePosixPath

Side = Literal["ours", "theirs", "markers"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place, with what each side wants there; `None` for no file, or one that is not known.

    Attributes:
        what: What is so, as a sentence.
        path: The file as it is called on the disk.
        line: Of the file on the disk, from 1; 0 when it is about the whole file.
        base: What was built before.
        ours: What the owner made of it.
        theirs: What the blueprint makes of it now.
    """

    what: str
    path: PurePosixPath
    line: int
    base: str | None
    ours: str | None
    theirs: str | None

    @property
    def name(self) -> str:
        """How it is called by who picks a side: `shop/books/service.py:41`."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


class Conflicts(Refusal):
    """Nothing was written, since nobody said yet what is to be taken where both sides changed."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(*(Reason(each.what, each.name) for each in self.conflicts))


class Choices:
    """What a person picked: a file's path for all of it, or `PATH:LINE` for one place.

    Raises:
        Refusal: Two sides were picked for one place.
    """

    def __init__(
        self, ours: Iterable[str] = (), theirs: Iterable[str] = (), markers: Iterable[str] = ()
    ) -> None:
        self._sides: dict[str, Side] = {}
        self._unused: set[str] = set()
        said: tuple[tuple[Side, Iterable[str]], ...]
        said = (("ours", ours), ("theirs", theirs), ("markers", markers))
        for side, names in said:
            for name in names:
                self._pick(name, side)

    def of(self, conflict: Conflict) -> Side | None:
        """What was picked for this place, if anything was."""
        names = (conflict.name, str(conflict.path))
        name = next((name for name in names if name in self._sides), None)
        if name is None:
            return None
        self._unused.discard(name)
        return self._sides[name]

    def unused(self) -> Iterator[Reason]:
        """What was picked and is nowhere in conflict."""
        for name in sorted(self._unused):
            side = self._sides[name]
            yield Reason(f"`{name}` is not in conflict.", help=f"leave out `--{side} {name}`")

    def _pick(self, name: str, side: Side) -> None:
        if self._sides.setdefault(name, side) != side:
            what = f"`{name}` has two sides: --{self._sides[name]} and --{side}."
            raise Refusal(Reason(what, help="pick one"))
        self._unused.add(name)
