"""What clients lose from one OpenAPI document to the next, read without knowing the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Schema = dict[str, Any]
Loss = tuple[str, str]
"""Where, and the name of what is lost."""


@dataclass(frozen=True)
class Field:
    required: bool
    types: frozenset[str]
    values: frozenset[str]


def losses(before: Document, after: Document) -> Iterator[Loss]:
    """What of the first document the second takes back."""
    for path, operations in before["paths"].items():
        for method, was in operations.items():
            now = after["paths"].get(path, {}).get(method)
            if now is None or _good(was) - _good(now):
                yield f"{method} {path}", re.findall(r"\w+", path)[-1]
            else:
                for what, name in _lost(was, before, now, after):
                    yield f"{method} {path}: {what}", re.findall(r"\w+", name)[-1]


def _lost(was: Schema, before: Document, now: Schema, after: Document) -> Iterator[Loss]:
    yield from (
        ("gone from the query", name.partition("__")[0]) for name in _query(was) - _query(now)
    )
    sent = _Fields(before).of(was.get("requestBody")), _Fields(after).of(now.get("requestBody"))
    yield from _refused(*sent)
    for status in _good(was):
        told, tells = was["responses"][status], now["responses"][status]
        yield from _unexpected(_Fields(before).of(told), _Fields(after).of(tells))


def _good(operation: Schema) -> set[str]:
    """The statuses of what went well."""
    return {status for status in operation["responses"] if status.startswith("2")}


def _query(operation: Schema) -> set[str]:
    return {it["name"] for it in operation.get("parameters", ()) if it["in"] == "query"}


def _refused(was: dict[str, Field], now: dict[str, Field]) -> Iterator[Loss]:
    """What could be sent and cannot any more."""
    yield from (("not taken any more", name) for name, _ in _outermost(was, now) if name not in now)
    for name, field in now.items():
        known = was.get(name)
        if field.required and not (known and known.required):
            yield "needed now", name
        if known and (known.types - field.types or (field.values and known.values - field.values)):
            yield "narrower", name


def _unexpected(was: dict[str, Field], now: dict[str, Field]) -> Iterator[Loss]:
    """What answers do otherwise than they did."""
    for name, known in _outermost(was, now):
        field = now.get(name)
        if field is None or (known.required and not field.required):
            yield "not always answered any more", name
        elif field.types - known.types or (known.values and field.values - known.values):
            yield "wider", name


def _outermost(was: dict[str, Field], now: dict[str, Field]) -> Iterator[tuple[str, Field]]:
    """The fields but for those within one that is gone as a whole."""
    for name, field in was.items():
        above = name.rpartition(".")[0]
        if not above or above in now:
            yield name, field


class _Fields:
    """The fields of bodies in a document, those within them too, by their way there."""

    def __init__(self, document: Document) -> None:
        self._schemas: dict[str, Schema] = document["components"]["schemas"]

    def of(self, body: Schema | None) -> dict[str, Field]:
        content = (body or {}).get("content", {})
        return {
            name: field
            for media in content.values()
            for name, field in self._inside(media.get("schema", {}), frozenset()).items()
        }

    def _inside(self, schema: Schema, above: frozenset[str]) -> dict[str, Field]:
        if (reference := schema.get("$ref")) in above:
            return {}
        seen = above | {reference} if reference else above
        found: dict[str, Field] = {}
        for variant in self._variants(schema):
            required = variant.get("required", ())
            if "items" in variant:
                found |= self._inside(variant["items"], seen)
            for name, of in variant.get("properties", {}).items():
                inner = [*self._variants(of)]
                types = frozenset(str(each.get("type")) for each in inner)
                values = frozenset(str(value) for each in inner for value in each.get("enum", ()))
                found[name] = Field(name in required, types, values)
                found |= {f"{name}.{key}": it for key, it in self._inside(of, seen).items()}
        return found

    def _variants(self, schema: Schema) -> Iterator[Schema]:
        if "$ref" in schema:
            yield from self._variants(self._schemas[schema["$ref"].rpartition("/")[2]])
        elif "anyOf" in schema:
            for each in schema["anyOf"]:
                yield from self._variants(each)
        else:
            yield schema
