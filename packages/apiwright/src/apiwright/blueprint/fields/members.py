"""What bodies, queries, paths and answers hold: fields that are no columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.compounds import spread
from apiwright.blueprint.fields.read import read_field
from apiwright.blueprint.fields.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def read_members(
    data: Mapping[str, object], path: Path, targets: Collection[str], report: Report
) -> tuple[Field, ...]:
    """The members that stand at a path, those that a compound stands for among them."""
    said = {name: read_words(each, (*path, name), report) for name, each in data.items()}
    parts, _ = spread(said, said, path, report)
    return tuple(read_field(words, (*path, name), targets, report) for name, words in parts.items())
