"""Where in the text each part of a page stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A position, counted from 1 in lines and in characters.

    Attributes:
        is_verbatim: Whether a value starts here that stands in the text letter by letter.
        part: The part of the page that it is in; empty for the page itself.
    """

    line: int
    column: int
    is_verbatim: bool = False
    part: str = ""

    def right(self, offset: int) -> Place:
        """The place of a letter of the value, or this one if that cannot be told."""
        return replace(self, column=self.column + offset) if self.is_verbatim else self


class Places:
    """Positions by path: `("resources", "Book", "about")`; of two with one path, the first."""

    def __init__(self) -> None:
        self._keys: dict[Path, Place] = {}
        self._values: dict[Path, Place] = {}

    def add_key(self, path: Path, place: Place) -> None:
        """Note where a key stands."""
        self._keys.setdefault(path, place)

    def add_value(self, path: Path, place: Place) -> None:
        """Note where a single value, or an item of a list, starts."""
        self._values.setdefault(path, place)

    def adopt(self, others: Places, part: str) -> None:
        """Note what a part of the page says, but for where its top-level keys stand."""
        for own, found in ((self._keys, others._keys), (self._values, others._values)):
            for path, place in found.items():
                if len(path) > 1:
                    own.setdefault(path, replace(place, part=part))

    def has(self, path: Path) -> bool:
        """Whether this is written."""
        return path in self._keys or path in self._values

    def find(self, path: Path, *, at_key: bool = False, offset: int = 0) -> Place:
        """The place of a value or of its key, else of what it would stand in."""
        key, value = self._keys.get(path), self._values.get(path)
        if value and not (at_key and key):
            return value.right(offset)
        if key:
            return key
        return self.find(path[:-1]) if path else Place(1, 1)
