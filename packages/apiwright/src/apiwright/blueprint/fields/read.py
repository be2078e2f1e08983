"""One field of a page → its value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.bounds import fill
from apiwright.blueprint.fields.compounds import COMPOUNDS
from apiwright.blueprint.fields.guards import rule_of
from apiwright.blueprint.fields.lists import fits_list, item_name, items_of
from apiwright.blueprint.fields.states import with_states
from apiwright.blueprint.fields.types import FIELD_TYPES
from apiwright.blueprint.fields.weights import read_weight
from apiwright.blueprint.model import BROKEN, Field, OnDelete
from apiwright.blueprint.names import pascal, singular
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from apiwright.blueprint.fields.field_type import FieldType
    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def read_field(words: Words, path: Path, targets: Collection[str], report: Report) -> Field:
    """The field at a path; of type `BROKEN` if mistakes, now in the report, leave none.

    Args:
        words: What the page says of it, in the words of the long form.
        path: Ends with the field's name.
        targets: Names of all resources, to which a reference can point.
        report: Takes what is wrong.
    """
    name = str(path[-1])
    words = with_states(words, path, report)
    kind = _kind(words, path, targets, report)
    if kind is None:
        return Field(name, BROKEN)
    fitting = _fitting(words, kind, path, report)
    if kind.name != "list":
        return _field(name, fitting, kind, path, report)
    item = _item(name, cast("Words", words["item"]), (*path, "item"), targets, report)
    if item.type == BROKEN:
        return Field(name, BROKEN)
    kind = replace(kind, value=items_of(item))
    return replace(_field(name, fitting, kind, path, report), item=item)


def _item(name: str, words: Words, path: Path, targets: Collection[str], report: Report) -> Field:
    if "states" in words:
        report.add(path, "A list cannot hold states.", "Write words to choose from: `[a | b]`.")
        return Field(name, BROKEN)
    kind = _kind(words, path, targets, report)
    if kind is None or not fits_list(kind, words, path, report):
        return Field(name, BROKEN)
    return _field(item_name(name), _fitting(words, kind, path, report), kind, path, report)


def _kind(words: Words, path: Path, targets: Collection[str], report: Report) -> FieldType | None:
    said = words.get("type", "enum" if "values" in words else None)
    at = (*path, "type")
    if said is None:
        if not report.is_wrong(*path):
            report.add(path, "The field has no type.", "Add `type: str` or another.", at_key=True)
    elif said == "reference":
        report.add(at, "A reference is written as the name of its resource.", "Write the name.")
    elif said == "list" and "item" not in words:
        report.add(at, "The list does not say what it holds.", "Write `[str 1..30]`.")
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
    if said in COMPOUNDS:
        report.add(path, f"A list cannot hold `{said}`.", "Write a resource.")
        return
    what = f"`{said}` is no type and no resource."
    known = [kind for kind in FIELD_TYPES if kind not in ("enum", "list", "reference")]
    known += COMPOUNDS
    advice = correction(said, [*known, *targets]) or f"Types are {listed(known)}."
    if alike := next((each for each in targets if _is_alike(each, said)), None):
        advice = f"Spell it and the resource `{alike}` alike."
    report.add(path, what, advice)


def _is_alike(resource: str, said: str) -> bool:
    return said in (pascal(resource), singular(resource))


def _fitting(words: Words, kind: FieldType, path: Path, report: Report) -> Words:
    is_file = kind.name == "file"
    fits = {
        "min": kind.bounds is not None and not is_file,
        "max": kind.bounds is not None,
        "matches": kind.bounds == "length",
        "digits": kind.name == "decimal",
        "places": kind.name == "decimal",
        "values": kind.name == "enum",
        "on_delete": kind.name == "reference",
        "default": kind.has_default or bool(kind.origins),
        "unique": kind.is_indexable and kind.name != "bool",
        "index": kind.is_indexable,
        "search": kind.is_text,
        "media_types": is_file,
        "read_only": not is_file,
        "write_only": not is_file,
        "example": not is_file,
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
            report.add((*path, word), _refusal(word, str(error), kind))
            return None

    origin = said if (said := words.get("default")) in kind.origins else None
    bound = kind.value if kind.bounds == "value" else values.whole
    minimum, maximum = fill(kind, read("min", bound), read("max", bound))
    places = cast("int | None", words.get("places"))
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
        media_types=tuple(cast("list[str]", words.get("media_types", []))),
        target=str(words["type"]) if kind.name == "reference" else None,
        on_delete=cast("OnDelete", words.get("on_delete", "restrict")),
        default=None if origin else read("default", kind.value),
        has_default="default" in words,
        origin=origin,
        unique=bool(words.get("unique")),
        index=bool(words.get("index")),
        search=read_weight(words.get("search"), path, report),
        optional=bool(words.get("optional")),
        read_only=bool(words.get("read_only")) or kind.name == "file",
        write_only=bool(words.get("write_only")),
        read=rule_of(words, "read"),
        write=rule_of(words, "write"),
        sensitive=bool(words.get("sensitive")),
        was=str(words.get("was", "")),
        about=str(words.get("about", "")).strip(),
        example=shown(read("example", kind.value), places),
    )


def _refusal(word: str, wanted: str, kind: FieldType) -> str:
    """What to say of a value that is not what was wanted."""
    if word != "default":
        return f"The {word} is not {wanted}."
    allowed = [*([wanted] if kind.has_default else []), *(f"`{each}`" for each in kind.origins)]
    return f"The default is not {', or '.join(allowed)}."


def shown(value: object, places: int | None) -> object:
    """An example as answers show it; a decimal with all its places."""
    if isinstance(value, Decimal) and places is not None and value == round(value, places):
        value = round(value, places)
    return values.plain(value)
