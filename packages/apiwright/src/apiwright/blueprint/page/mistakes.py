"""What is wrong with a blueprint: collected, located, and with a way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.page.places import Path, Place, Places


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing that is wrong.

    Attributes:
        line: From 1.
        column: From 1, in characters.
        what: What is so, as a sentence.
        where: The keys that lead there: `resources.Book.fields.price`; empty for the whole page.
        help: What to do, as a sentence; empty if `what` says it.
        part: The part of the page that it stands in; empty for the page itself.
    """

    line: int
    column: int
    what: str
    where: str = ""
    help: str = ""
    part: str = ""


class BlueprintMistakes(Exception):  # noqa: N818 - its name says what it carries
    """A page that is no blueprint, with every mistake in it, in order."""

    def __init__(self, name: str, mistakes: tuple[Mistake, ...]) -> None:
        self.name = name
        self.mistakes = mistakes
        super().__init__(name, mistakes)

    def __str__(self) -> str:
        return "\n".join(
            f"{self.place(mistake)}: {mistake.what} {mistake.help}".rstrip()
            for mistake in self.mistakes
        )

    def place(self, mistake: Mistake) -> str:
        """The file, the line and the column of a mistake; parts stand beside their page."""
        name = PurePath(self.name).parent / mistake.part if mistake.part else self.name
        return f"{name}:{mistake.line}:{mistake.column}"


class Report:
    """The mistakes found so far, and where each thing stands."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.mistakes: set[Mistake] = set()
        self._wrong: set[Path] = set()

    def add(
        self, path: Path, what: str, advice: str = "", *, at_key: bool = False, offset: int = 0
    ) -> None:
        """Add a mistake, `offset` characters into the value at `path`, or at its key."""
        self.add_at(self.places.find(path, at_key=at_key, offset=offset), path, what, advice)

    def add_at(self, place: Place, path: Path, what: str, advice: str = "") -> None:
        """Add a mistake whose place is known."""
        where = ".".join(map(str, path))
        self.mistakes.add(Mistake(place.line, place.column, what, where, advice, place.part))
        self._wrong.update(path[:length] for length in range(1, len(path) + 1))

    def doubt(self, path: Path) -> None:
        """Note that a mistake took something else for this one misspelled, so that it is there."""
        self._wrong.add(path)

    def adopt(self, other: Report, part: str) -> None:
        """Take over what was found in a part of the page, and where its things stand."""
        self.mistakes.update(replace(mistake, part=part) for mistake in other.mistakes)
        self._wrong.update(path for path in other._wrong if len(path) > 1)
        self.places.adopt(other.places, part)

    def is_wrong(self, *path: str | int) -> bool:
        """Whether a mistake was found there or inside, so that nothing follows from it."""
        return path in self._wrong

    def conclude(self, name: str) -> None:
        """Raise what was found.

        Raises:
            BlueprintMistakes: Something was.
        """
        if self.mistakes:
            raise BlueprintMistakes(name, tuple(sorted(self.mistakes, key=_order)))


def _order(mistake: Mistake) -> tuple[str, Mistake]:
    return mistake.part, mistake
