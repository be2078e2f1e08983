"""Choices by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

Page = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chance:
    """Chooses; the same from the same source."""

    source: Random

    def maybe(self, share: float) -> bool:
        """Whether something is so that is in this share of all cases."""
        return self.source.random() < share

    def one(self, *options: T) -> T:
        """One of several things."""
        return self.source.choice(options)

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """One or more of several things, each once, as far as there are any."""
        return self.upto(options, self.source.randint(1, most))

    def upto(self, options: Sequence[T], number: int) -> list[T]:
        """So many of several things, each once, or all of them if they are fewer."""
        return self.source.sample(options, min(len(options), number))

    def number(self, least: int, most: int) -> int:
        """A whole number between two, or one of them."""
        return self.source.randint(least, most)

    def part_of(self, said: Page, share: float) -> Page:
        """What of a mapping is said, if each of its keys is said in this share of all cases."""
        return {key: value for key, value in said.items() if self.maybe(share)}
