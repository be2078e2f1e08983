"""One field of a page → its value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint import values
from apiwright.blueprint.bounds import fill
from apiwright.blueprint.model import BROKEN, Field, OnDelete
from apiwright.blueprint.names import pascal, singular
from apiwright.blueprint.shorthand import read_short
from apiwright.blueprint.spelling import correction, listed
from apiwright.blueprint.states import with_states
from apiwright.blueprint.types import FIELD_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from apiwright.blueprint.bounds import Bound
    from apiwright.blueprint.mistakes import Report
    from apiwright.blueprint.places import Path
    from apiwright.blueprint.shorthand import Words
    from apiwright.blueprint.types import FieldType


def read_field(data: object, path: Path, targets: Collection[str], report: Report) -> Field:
    """The field at a path; of type `BROKEN` if mistakes, now in the report, leave none.

    Args:
        data: A short form, the words of the long form, or `None` if it is known to be wrong.
        path: Ends with the field's name.
        targets: Names of all resources, to which a reference can point.
        report: Takes what is wrong.
    """
    name = str(path[-1])
    words = with_states(_words(data, path, report), path, report)
    kind = _kind(words, path, targets, report)
    if kind is None:
        return Field(name, BROKEN)
    return _field(name, _fitting(words, kind, path, report), kind, path, report)


def _words(data: object, path: Path, report: Report) -> Words:
    if isinstance(data, str):
        return read_short(data, path, path, report)
    words = dict(cast("Words", data or {}))
    if "type" not in words:
        return words
    short = read_short(str(words.pop("type")), (*path, "type"), path, report)
    for word in short.keys() & words.keys():
        what = f"`{word}` is said twice, in the short form and here."
        report.add((*path, word), what, "Say it once.", at_key=True)
    return {**short, **words}


def _kind(words: Words, path: Path, targets: Collection[str], report: Report) -> FieldType | None:
    said = words.get("type", "enum" if "values" in words else None)
    at = (*path, "type")
    if said is None:
        if not report.is_wrong(*path):
            report.add(path, "The field has no type.", "Add `type: str` or another.", at_key=True)
    elif said == "reference":
        report.add(at, "A reference is written as the name of its resource.", "Write the name.")
    elif said == "enum" and "values" not in words:
        report.add(at, "The enum has no values.", "Write them: `draft | published`.")
    elif said in FIELD_TYPES:
        return FIELD_TYPES[str(said)]
    elif said in targets:
        return FIELD_TYPES["reference"]
    else:
        _refuse_type(str(said), at, targets, report)
    return None


def _refuse_type(said: str, path: Path, targets: Collection[str], report: Report) -> None:
    what = f"`{said}` is no type and no resource."
    known = [kind for kind in FIELD_TYPES if kind not in ("enum", "reference")]
    advice = correction(said, [*known, *targets]) or f"Types are {listed(known)}."
    if alike := next((each for each in targets if _is_alike(each, said)), None):
        advice = f"Spell it and the resource `{alike}` alike."
    report.add(path, what, advice)


def _is_alike(resource: str, said: str) -> bool:
    return said in (pascal(resource), singular(resource))


def _fitting(words: Words, kind: FieldType, path: Path, report: Report) -> Words:
    fits = {
        "min": kind.bounds is not None,
        "max": kind.bounds is not None,
        "matches": kind.bounds == "length",
        "digits": kind.name == "decimal",
        "places": kind.name == "decimal",
        "values": kind.name == "enum",
        "on_delete": kind.name == "reference",
        "default": kind.has_default,
        "unique": kind.is_indexable and kind.name != "bool",
        "index": kind.is_indexable,
        "search": kind.is_text,
    }
    for word in words:
        if not fits.get(word, True):
            what = f"`{word}` means nothing for `{kind.name}`."
            report.add((*path, word), what, "Take it out.")
    return {word: value for word, value in words.items() if fits.get(word, True)}


def _field(name: str, words: Words, kind: FieldType, path: Path, report: Report) -> Field:
    def read(word: str, reader: Callable[[object], object]) -> object:
        if word not in words:
            return None
        try:
            return reader(words[word])
        except ValueError as error:
            report.add((*path, word), f"The {word} is not {error}.")
            return None

    bound = values.whole if kind.bounds == "length" else kind.value
    minimum, maximum = fill(
        kind, cast("Bound", read("min", bound)), cast("Bound", read("max", bound))
    )
    places = cast("int | None", words.get("places"))
    names = ("optional", "unique", "index", "search", "read_only", "write_only")
    flags: dict[str, Any] = {name: bool(words.get(name)) for name in names}
    return Field(
        name=name,
        type=kind.name,
        minimum=minimum,
        maximum=maximum,
        pattern=cast("str | None", words.get("matches")),
        digits=cast("int | None", words.get("digits")),
        places=places,
        choices=tuple(cast("list[str]", words.get("values", []))),
        arrows=cast("tuple[tuple[str, str], ...]", words.get("arrows", ())),
        target=str(words["type"]) if kind.name == "reference" else None,
        on_delete=cast("OnDelete", words.get("on_delete", "restrict")),
        default=read("default", kind.value),
        has_default="default" in words,
        about=str(words.get("about", "")).strip(),
        example=shown(read("example", kind.value), places),
        **flags,
    )


def shown(value: object, places: int | None) -> object:
    """An example as answers show it; a decimal with all its places."""
    if isinstance(value, Decimal) and places is not None and value == round(value, places):
        value = round(value, places)
    return values.plain(value)
