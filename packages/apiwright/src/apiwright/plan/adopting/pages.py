"""A page with its parts, as texts that change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.page.splice import Change, is_within, spliced
from apiwright.blueprint.read import read_blueprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.places import Path


@dataclass(frozen=True, slots=True)
class Pages:
    """The texts that a blueprint is read from: the page, and each of its parts by its name."""

    text: str
    parts: Mapping[str, str]

    def with_changes(self, changes: Iterable[Change]) -> Pages | None:
        """The texts with some changes; `None` where they have no room for one."""
        texts = {"": self.text, **self.parts}
        for change in changes:
            name = next((each for each in texts if is_within(texts[each], change.path)), None)
            text = None if name is None else spliced(texts[name], change)
            if name is None or text is None:
                return None
            texts[name] = text
        return Pages(texts.pop(""), texts)

    def said(self, path: Path) -> object:
        """What the texts say at a key, as plain data; `None` for nothing."""
        texts = (self.text, *self.parts.values())
        found = (_value(read_document(text, Report(Places())), path) for text in texts)
        return next((each for each in found if each is not None), None)

    def blueprint(self) -> Blueprint:
        """What they describe.

        Raises:
            BlueprintMistakes: They are no blueprint.
        """
        return read_blueprint(self.text, parts=self.parts)


def _value(data: object, path: Path) -> object:
    for key in path:
        if not isinstance(data, dict):
            return None
        data = cast("dict[str | int, object]", data).get(key)
    return data
