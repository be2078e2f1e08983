"""What is left of a page without its mistakes."""

import json
from typing import Any

from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint

from tests.apiwright.build.any_page.chance import Page


def read_any(page: Page) -> Blueprint | None:
    """The blueprint that is left of a page without its mistakes; `None` if nothing is."""
    while page.get("resources"):
        try:
            return read_blueprint(json.dumps(page))
        except BlueprintMistakes as found:
            for where in _deepest({mistake.where for mistake in found.mistakes}):
                _lose(page, where.split("."))
    return None


def _deepest(places: set[str]) -> list[str]:
    """The places deepest within a page, for what they are in may be right without them."""
    depth = max(where.count(".") for where in places)
    deepest = (where for where in places if where.count(".") == depth)
    return sorted(deepest, key=_from_behind, reverse=True)


def _from_behind(where: str) -> list[tuple[int, str]]:
    """What sorts the later items of a list behind the earlier ones."""
    return [(int(word) if word.isdigit() else 0, word) for word in where.split(".")]


def _lose(page: Any, where: list[str]) -> None:
    """Take out of a page what stands at a place, or what it stands in."""
    found, last = page, None
    for word in where:
        key = int(word) if isinstance(found, list) and word.isdigit() else word
        if not _has(found, key):
            break
        found, last = found[key], (found, key)
    if last:
        holder, key = last
        del holder[key]


def _has(found: Any, key: str | int) -> bool:
    if isinstance(found, list):
        return isinstance(key, int) and key < len(found)
    return isinstance(found, dict) and key in found
