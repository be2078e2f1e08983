"""Kinds of data that a key can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value.

    Attributes:
        types: As JSON Schema names them; none for any value at all.
        words: All values there are, if they are few.
        is_filled: Whether an empty text says nothing.
    """

    said: str
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    each: Kind
    said: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping whose keys the author chooses."""

    each: Kind
    said: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record, with a line that explains it."""

    about: str
    kind: Kind
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are these; `name` says what it describes, with its article.

    Attributes:
        others: What any other key means, if the author may choose some.
    """

    keys: Mapping[str, Key]
    name: str
    others: Key | None = None

    @property
    def said(self) -> str:
        """Some of its keys, in words."""
        first, second, *_ = [*self.keys, "…"]
        return f"a mapping with keys such as `{first}` and `{second}`"


@dataclass(frozen=True, slots=True)
class Either:
    """Any of some kinds, which differ in being a single value, a list or a mapping."""

    kinds: tuple[Kind, ...]

    @property
    def said(self) -> str:
        """All of them in words."""
        return " or ".join(kind.said for kind in self.kinds)


Kind = Scalar | Many | Named | Record | Either
