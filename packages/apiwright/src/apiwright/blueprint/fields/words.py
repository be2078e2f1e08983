"""What a page says of a field, in the words of the long form."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from apiwright.blueprint.fields.shorthand import read_short

if TYPE_CHECKING:
    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def read_words(data: object, path: Path, report: Report) -> Words:
    """The words for a field.

    Args:
        data: A short form, one in a list, the words of the long form, or `None` if it is known
            to be wrong.
        path: Ends with the field's name.
        report: Takes what is wrong.
    """
    if isinstance(data, (str, list)):
        return _read_type(cast("str | list[str]", data), path, path, report)
    words = dict(cast("Words", data or {}))
    if "type" not in words:
        return words
    said = cast("str | list[str]", words.pop("type"))
    short = _read_type(said, (*path, "type"), path, report)
    for word in short.keys() & words.keys():
        what = f"`{word}` is said twice, in the short form and here."
        report.add((*path, word), what, "Say it once.", at_key=True)
    return {**short, **words}


def _read_type(said: str | list[str], path: Path, field: Path, report: Report) -> Words:
    if isinstance(said, str):
        return read_short(said, path, field, report)
    if len(said) == 1:
        item = read_short(said[0], (*path, 0), (*field, "item"), report)
        return {"type": "list", "item": item}
    if not report.is_wrong(*path):
        what = "A list says in one short form what it holds."
        advice = "Write `[str 1..30]`; a short form with a comma needs quotes."
        if any("->" in chain for chain in said):
            advice = f"Write `{{states: [{', '.join(said)}]}}`."
        report.add((*path, 1) if said else path, what, advice, at_key=not said)
    return {}
