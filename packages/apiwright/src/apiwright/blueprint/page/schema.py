"""The JSON Schema of a page, so that editors complete and check it while one writes."""

from __future__ import annotations

from apiwright.blueprint.page.kinds import Either, Key, Kind, Many, Named, Record, Scalar
from apiwright.blueprint.page.shape import BLUEPRINT, PART


def json_schema() -> dict[str, object]:
    """The schema of a page, of draft 2020-12."""
    return _document("Blueprint", "What a backend shall be.", BLUEPRINT)


def part_schema() -> dict[str, object]:
    """The schema of a file that a page names among its parts."""
    return _document("Part of a blueprint", "More of what a backend shall be.", PART)


def _document(title: str, description: str, kind: Kind) -> dict[str, object]:
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": title, "description": description, **_schema(kind)}


def _schema(kind: Kind) -> dict[str, object]:
    match kind:
        case Scalar():
            return _of_scalar(kind)
        case Many(each):
            return {"type": "array", "items": _schema(each)}
        case Named(each):
            return {"type": "object", "additionalProperties": _schema(each)}
        case Either(kinds):
            return {"anyOf": [_schema(option) for option in kinds]}
        case Record(keys, _, others):
            return {
                "type": "object",
                "properties": {name: _described(key) for name, key in keys.items()},
                "required": [name for name, key in keys.items() if key.is_needed],
                "additionalProperties": _described(others) if others else False,
            }


def _of_scalar(kind: Scalar) -> dict[str, object]:
    if kind.words:
        return {"enum": list(kind.words)}
    typed: dict[str, object] = {"type": _one(kind.types)} if kind.types else {}
    return typed | ({"minLength": 1} if kind.is_filled else {})


def _described(key: Key) -> dict[str, object]:
    return {"description": key.about, **_schema(key.kind)}


def _one(types: tuple[str, ...]) -> str | list[str]:
    return types[0] if len(types) == 1 else list(types)
