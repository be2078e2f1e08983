"""Many to many: `tags: [Tag]`, a field that is a list of a resource's rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.shorthand import read_short
from apiwright.blueprint.model import BROKEN, MOST_LINKS, Link
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Collection

    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_NAME = re.compile(r"\s*[A-Z]")  # as resources are spelled, and no type is
_BRACKETS = re.compile(r"\s*\[\s*[A-Z]\w*\s*\]")
_WORDS = ("type", "min", "max", "read_only", "was", "about")
_OUT = {
    "optional": "Take `?` out: it is empty rather than null.",
    "read": "Make the pairs a resource of their own, with `access`.",
    "write": "Make the pairs a resource of their own, with `access`.",
    "sensitive": "Make the pairs a resource of their own, with `access`.",
}


def is_link(data: object) -> bool:
    """Whether a field is said to be a list of rows."""
    said = cast("Words", data).get("type") if isinstance(data, dict) else data
    if isinstance(said, list):
        return any(_NAME.match(name) for name in cast("list[str]", said))
    return isinstance(said, str) and _BRACKETS.match(said) is not None


def read_link(data: object, path: Path, targets: Collection[str], report: Report) -> Link:
    """The link at a path; to `BROKEN` if mistakes, now in the report, leave none.

    Args:
        data: A list of one name, a short form such as `[Tag] 1..5`, or the words of the long form.
        path: Ends with the field's name.
        targets: Names of all resources, to which a link can lead.
        report: Takes what is wrong.
    """
    words = _words(data, path, report)
    target = _target(words, path, targets, report)
    for word in words.keys() - {*_WORDS}:
        at = word if report.places.has((*path, word)) else "type"
        report.add(
            (*path, at), f"`{word}` means nothing for a list.", _OUT.get(word, "Take it out.")
        )
    return Link(
        name=str(path[-1]),
        target=target,
        minimum=_bound(words, "min", 0, path, report),
        maximum=_bound(words, "max", MOST_LINKS, path, report),
        read_only=bool(words.get("read_only")),
        was=str(words.get("was", "")),
        about=str(words.get("about", "")).strip(),
    )


def _words(data: object, path: Path, report: Report) -> Words:
    if isinstance(data, dict):
        words = dict(cast("Words", data))
        return {**_words(words.pop("type"), (*path, "type"), report), **words}
    if isinstance(data, str):
        bare = data.replace("[", " ", 1).replace("]", " ", 1)  # every letter keeps its place
        field = path[:-1] if path[-1] == "type" else path
        return read_short(bare, path, field, report)
    names = cast("list[str]", data)
    if len(names) != 1:
        report.add(path, "A list is of the rows of one resource.", "Write `[Tag]`.", at_key=True)
        return {}
    return {"type": names[0]}


def _target(words: Words, path: Path, targets: Collection[str], report: Report) -> str:
    said = str(words.get("type", ""))
    if said in targets:
        return said
    if not report.is_wrong(*path):
        advice = correction(said, targets)
        report.add((*path, "type"), f"`{said}` is no resource, and a list is of rows.", advice)
    return BROKEN


def _bound(words: Words, word: str, usual: int, path: Path, report: Report) -> int:
    try:
        return values.whole(words.get(word, usual))
    except ValueError as error:
        report.add((*path, word), f"The {word} is not {error}.")
        return usual
