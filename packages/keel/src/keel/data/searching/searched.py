"""What is searched in the rows of a model."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from keel.data.searching.words import words_of

_MOST_BYTES = 1_000_000  # of the words of a row; Postgres takes 1,048,575
_MARK = ":"


class Searched:
    """The text fields that `q` looks into, each with its weight: `Searched(title=4, body=1)`.

    Attributes:
        weights: What a word that is found in a field counts, by the field's name.
    """

    def __init__(self, **weights: int) -> None:
        self.weights: Mapping[str, int] = MappingProxyType(weights)

    def words(self, row: Mapping[str, Any]) -> list[str]:
        """The different words of a row, each marked with its field.

        Of a row with more than a million bytes of them, those that come first.
        """
        room, kept = _MOST_BYTES, list[str]()
        for word in dict.fromkeys(self._marked(row)):
            room -= len(word.encode())
            if room < 0:
                break
            kept.append(word)
        return kept

    def anywhere(self, word: str) -> tuple[str, ...]:
        """A word as each field would have it."""
        return tuple(marked(field, word) for field in self.weights)

    def _marked(self, row: Mapping[str, Any]) -> Iterator[str]:
        for field in self.weights:
            yield from (marked(field, word) for word in words_of(row[field] or ""))


def marked(field: str, word: str) -> str:
    """A word as it is kept for a field; no word has the mark in it."""
    return f"{field}{_MARK}{word}"
