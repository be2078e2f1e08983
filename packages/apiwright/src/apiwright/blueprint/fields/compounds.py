"""Compound types: one line of a page that stands for several fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


@dataclass(frozen=True, slots=True)
class Compound:
    """A type that stands for several fields.

    Attributes:
        about: What it holds, in a few words.
        sample: A field of this type in short form.
        parts: The words of each field, by what its name ends with.
        own: Words that say something of the first field alone.
    """

    about: str
    sample: str
    parts: Mapping[str, Words]
    own: frozenset[str] = frozenset()


_SHARED = frozenset({"optional", "read_only", "write_only", "read", "write", "sensitive", "about"})

COMPOUNDS = {
    "money": Compound(
        about="an amount and its currency",
        sample="money 0..",
        parts={
            "": {"type": "decimal", "digits": 14, "places": 2},
            "_currency": {"type": "currency"},
        },
        own=frozenset({"digits", "places", "min", "max", "about", "example", "index"}),
    ),
    "coordinates": Compound(
        about="a place on the globe",
        sample="coordinates?",
        parts={
            "_latitude": {"type": "float", "min": -90, "max": 90},
            "_longitude": {"type": "float", "min": -180, "max": 180},
        },
    ),
}


def spread(
    said: Mapping[str, Words], written: Collection[str], path: Path, report: Report
) -> tuple[dict[str, Words], tuple[tuple[str, ...], ...]]:
    """Put the fields that a compound stands for in its place.

    Args:
        said: The words of each field.
        written: The names that stand there, those of fields that are worked out among them.
        path: Where the fields are.
        report: Takes what is wrong.

    Returns:
        The words of each field, and the names of those that are null together.
    """
    found: dict[str, Words] = {}
    together: list[tuple[str, ...]] = []
    for name, words in said.items():
        if words.get("type") not in COMPOUNDS:
            found[name] = words
            continue
        parts = dict(_parts(name, words, {*written} - {name}, path, report))
        found |= parts
        if words.get("optional"):
            together.append(tuple(parts))
    return found, tuple(together)


def _parts(
    name: str, words: Words, others: Collection[str], path: Path, report: Report
) -> Iterator[tuple[str, Words]]:
    kind = str(words["type"])
    compound = COMPOUNDS[kind]
    for word in words.keys() - compound.own - _SHARED - {"type", "was"}:
        report.add((*path, name, word), f"`{word}` means nothing for `{kind}`.", "Take it out.")
    own = {word: words[word] for word in words.keys() & compound.own}
    shared = {word: words[word] for word in words.keys() & (_SHARED - compound.own)}
    was = words.get("was")
    for ending, fixed in compound.parts.items():
        part = f"{name}{ending}"
        if part in others:
            what = f"`{part}` comes with `{name}`, which is `{kind}`."
            report.add((*path, part), what, "Rename one.", at_key=True)
            continue
        report.places.add_key((*path, part), report.places.find((*path, name), at_key=True))
        renamed = {"was": f"{was}{ending}"} if was else {}
        yield part, {**fixed, **own, **shared, **renamed}
        own = {}
