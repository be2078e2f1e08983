"""What clients lose from one OpenAPI document to another, found without knowing the blueprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
_LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")


def losses(before: Json, after: Json) -> list[str]:
    """One line for each operation, input or answer that is less, or other, than it was."""
    return list(_Comparison(before, after).operations())


class _Comparison:
    def __init__(self, before: Json, after: Json) -> None:
        self._before = before
        self._after = after

    def operations(self) -> Iterator[str]:
        for path, methods in self._before["paths"].items():
            for method, was in methods.items():
                name = f"{method.upper()} {path}"
                now = self._after["paths"].get(path, {}).get(method)
                if now is None:
                    yield f"{name} is gone"
                else:
                    yield from (f"{name}: {said}" for said in self._operation(was, now))

    def _operation(self, was: Json, now: Json) -> Iterator[str]:
        yield from self._parameters(was.get("parameters", []), now.get("parameters", []))
        if "requestBody" in now:
            if "requestBody" not in was:
                yield "needs a body"
            else:
                old, new = (next(iter(it["requestBody"]["content"].values())) for it in (was, now))
                yield from self._sent(old.get("schema", {}), new.get("schema", {}), "body")
        for status, answer in was["responses"].items():
            if not status.startswith("2"):
                continue
            if status not in now["responses"]:
                yield f"no longer answers {status}"
            for kind, content in answer.get("content", {}).items():
                other = now["responses"].get(status, {}).get("content", {}).get(kind)
                if other is None:
                    yield f"no longer answers {kind}"
                else:
                    yield from self._shown(content.get("schema", {}), other["schema"], "answer", 0)

    def _parameters(self, old: list[Json], new: list[Json]) -> Iterator[str]:
        stood, there = ({(it["in"], it["name"]): it for it in each} for each in (old, new))
        for key, was in stood.items():
            if key not in there:
                yield f"no longer takes {key}"
            else:
                yield from self._sent(was["schema"], there[key]["schema"], str(key))
        for key, now in there.items():
            if now.get("required") and not stood.get(key, {}).get("required"):
                yield f"needs {key}"

    def _sent(self, was: Json, now: Json, at: str) -> Iterator[str]:
        """What could be sent and cannot."""
        was, now = self._bare(was, self._before), self._bare(now, self._after)
        if self._is_null(was) and not self._is_null(now):
            yield f"{at} must not be null"
        was, now = self._solid(was, self._before), self._solid(now, self._after)
        if was.get("type") != now.get("type") or was.get("format") != now.get("format"):
            yield f"{at} has another type"
            return
        yield from self._narrower(was, now, at)
        old, new = was.get("properties", {}), now.get("properties", {})
        yield from (f"{at} has no {name}" for name in old if name not in new)
        for name in now.get("required", []):
            if name not in was.get("required", []):
                yield f"{at} needs {name}"
        for name in old.keys() & new.keys():
            yield from self._sent(old[name], new[name], f"{at}.{name}")
        if "items" in was and "items" in now:
            yield from self._sent(was["items"], now["items"], f"{at}[]")

    def _narrower(self, was: Json, now: Json, at: str) -> Iterator[str]:
        for word in _LEAST:
            if word in now and now[word] > was.get(word, float("-inf")):
                yield f"{at} has a greater {word}"
        for word in _MOST:
            if word in now and now[word] < was.get(word, float("inf")):
                yield f"{at} has a smaller {word}"
        if now.get("pattern", was.get("pattern")) != was.get("pattern"):
            yield f"{at} has another pattern"
        if gone := {*was.get("enum", [])} - {*now.get("enum", was.get("enum", []))}:
            yield f"{at} takes no {gone}"

    def _shown(self, was: Json, now: Json, at: str, depth: int) -> Iterator[str]:
        """What came back and does not, and what did not and does."""
        was, now = self._bare(was, self._before), self._bare(now, self._after)
        if self._is_null(now) and not self._is_null(was):
            yield f"{at} may be null"
        was, now = self._solid(was, self._before), self._solid(now, self._after)
        if was.get("type") != now.get("type") or was.get("format") != now.get("format"):
            yield f"{at} has another type"
            return
        if new := {*now.get("enum", [])} - {*was.get("enum", now.get("enum", []))}:
            yield f"{at} may be {new}"
        old, there = was.get("properties", {}), now.get("properties", {})
        yield from (f"{at} has no {name}" for name in old if name not in there)
        for name in old.keys() & there.keys() if depth < 6 else ():
            yield from self._shown(old[name], there[name], f"{at}.{name}", depth + 1)
        if "items" in was and "items" in now:
            yield from self._shown(was["items"], now["items"], f"{at}[]", depth + 1)

    def _bare(self, schema: Json, document: Json) -> Json:
        while "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema

    def _is_null(self, schema: Json) -> bool:
        return any(each.get("type") == "null" for each in schema.get("anyOf", []))

    def _solid(self, schema: Json, document: Json) -> Json:
        """What a schema is when it is not null."""
        found = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
        return self._bare(found[0], document) if found else schema
