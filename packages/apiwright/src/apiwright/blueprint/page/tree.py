"""Events of the YAML parser → plain data and its places.

Built on events and not on loaded data, so that every key has its place and nothing is expanded:
an anchor is refused where it stands, before it can grow.
"""

# The events of ruamel.yaml have no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ruamel.yaml import events

from apiwright.blueprint.page.places import Path, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.page.mistakes import Report

MAX_DEPTH = 20
# Control characters, halves of surrogates, and what YAML but no editor takes for the end of a line.
NOT_TEXT = re.compile(
    r"\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)

_INT = re.compile(r"[-+]?[0-9]{1,400}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def scalar(text: str) -> object:
    """What YAML 1.2 takes a bare word for: a text, a number, true, false or nothing."""
    word = text.lower()
    if word in _WORDS and text in (word, word.title(), word.upper()):
        return _WORDS[word]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class Tree:
    """Grows plain data, without recursion; what cannot be read past ends it."""

    def __init__(self, report: Report) -> None:
        self.root: dict[str, object] | None = None
        self._report = report
        self._open: list[_Branch] = []

    def grow(self, stream: Iterator[events.Event]) -> None:
        """Take all events of one page."""
        is_over = False
        for event in stream:
            if is_over and isinstance(event, events.DocumentStartEvent):
                self._refuse(event, (), "A second page starts here.", "Keep one page in a file.")
                return
            is_over = is_over or isinstance(event, events.DocumentEndEvent)
            if isinstance(event, events.CollectionEndEvent):
                self._open.pop()
            if isinstance(event, events.NodeEvent) and not self._take(event):
                return

    def _take(self, event: events.NodeEvent) -> bool:
        branch = self._open[-1] if self._open else None
        path = branch.next_path() if branch else ()
        self._refuse_magic(event, path)
        if branch and branch.wants_key:
            return self._take_key(event, branch)
        value = self._value(event, path)
        if branch:
            branch.add(value)
        elif isinstance(value, dict):
            self.root = cast("dict[str, object]", value)
        else:
            what = "The page is not a mapping of keys."
            return self._refuse(event, (), what, "Start with `backend: Name`.")
        return self._descend(event, path, value)

    def _take_key(self, event: events.NodeEvent, branch: _Branch) -> bool:
        if not isinstance(event, events.ScalarEvent):
            advice = "Put a text that starts with this character in quotes."
            return self._refuse(event, branch.path, "A key is not a single word here.", advice)
        branch.key = str(event.value)
        path = branch.next_path()
        if branch.key in branch.data:
            first = self._report.places.find(path, at_key=True).line
            what = f"`{branch.key}` stands here twice, first on line {first}."
            self._refuse(event, path, what, "Keep one of the two.")
        if branch.key == "<<":
            self._refuse(event, path, "`<<` merges keys.", "Write the keys out.")
        self._report.places.add_key(path, _place(event))
        return True

    def _value(self, event: events.NodeEvent, path: Path) -> object:
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event, path)
        if path and isinstance(path[-1], int):
            self._report.places.add_value(path, _place(event))
        if isinstance(event, events.MappingStartEvent):
            return dict[str, object]()
        return list[object]() if isinstance(event, events.SequenceStartEvent) else None

    def _scalar(self, event: events.ScalarEvent, path: Path) -> object:
        text = str(event.value)
        if found := NOT_TEXT.search(text):
            what = f"Character U+{ord(found[0]):04X} is not text."
            self._refuse(event, path, what, "Take the escape out.")
        if text or event.style:
            self._report.places.add_value(path, _verbatim(event, text))
        return text if event.style else scalar(text)

    def _descend(self, event: events.NodeEvent, path: Path, value: object) -> bool:
        if isinstance(value, (dict, list)):
            self._open.append(_Branch(path, value))
        if len(self._open) <= MAX_DEPTH:
            return True
        what = f"This nests deeper than {MAX_DEPTH} levels."
        return self._refuse(event, path, what, "Take levels out.")

    def _refuse_magic(self, event: events.NodeEvent, path: Path) -> None:
        if isinstance(event, events.AliasEvent):
            what = f"`*{event.anchor}` repeats another part of the page."
            self._refuse(event, path, what, "Write that part out.")
        elif event.anchor:
            what = f"`&{event.anchor}` is an anchor, which a blueprint does not have."
            self._refuse(event, path, what, "Take it out.")
        if tag := getattr(event, "ctag", None):
            what = f"`{tag}` is a tag, which a blueprint does not have."
            self._refuse(event, path, what, "Take it out, or put the text in quotes.")

    def _refuse(self, event: events.Event, path: Path, what: str, advice: str) -> bool:
        self._report.add_at(_place(event), path, what, advice)
        return False


class _Branch:
    """A mapping or a list that is being filled."""

    def __init__(self, path: Path, data: dict[str, object] | list[object]) -> None:
        self.path = path
        self.data = data
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.data, dict)

    def next_path(self) -> Path:
        if isinstance(self.data, list):
            return (*self.path, len(self.data))
        return self.path if self.key is None else (*self.path, self.key)

    def add(self, value: object) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        elif self.key is not None:
            self.data.setdefault(self.key, value)
            self.key = None


def _place(event: events.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _verbatim(event: events.ScalarEvent, text: str) -> Place:
    """The place of a single value; behind the quote, if that is where its letters stand."""
    place, end = _place(event), event.end_mark
    quote = 1 if event.style in ("'", '"') else 0
    length = end.column + 1 - place.column - 2 * quote
    is_verbatim = end.line + 1 == place.line and length == len(text)
    return Place(place.line, place.column + quote, is_verbatim=True) if is_verbatim else place
