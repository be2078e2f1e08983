"""The short form of a field: `TYPE[(args)] [?] [BOUNDS][, FLAG]… [= DEFAULT]`.

`TYPE` may be a short form in brackets: `[str 1..30] ..10` is a list.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from apiwright.blueprint.fields.types import FIELD_TYPES
from apiwright.blueprint.fields.weights import WEIGHTS
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.page.tree import scalar

if TYPE_CHECKING:
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

Words = dict[str, object]

FLAGS: dict[str, tuple[str, object]] = {
    "unique": ("unique", True),
    "index": ("index", True),
    "search": ("search", True),
    **{f"search {weight}": ("search", weight) for weight in WEIGHTS},
    "read-only": ("read_only", True),
    "write-only": ("write_only", True),
    "sensitive": ("sensitive", True),
    "on delete restrict": ("on_delete", "restrict"),
    "on delete cascade": ("on_delete", "cascade"),
    "on delete set null": ("on_delete", "set null"),
}
"""What each flag stands for in the long form."""

_OPTIONAL = ("optional", True)
_NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_TIME = r"\d\d:\d\d(?::\d\d)?"
_SIZE = r"\d+(?:kB|MB|GB)"
_DURATION = r"P(?:\d+[WDHM]|\d+(?:\.\d+)?S|T)+"
_BOUND = rf"(?: {_TIME} | {_SIZE} | {_NUMBER} | {_DURATION} )"
_STATES = r"\w+(?:-\w+)* (?: \s*\|\s* \w+(?:-\w+)* )*"
_HEAD = re.compile(
    rf"""\s*
    (?: \[ (?P<item> .*? ) \] (?= \s* (?: [?\d.,=] | \Z ) )
      | (?P<states> {_STATES} (?: \s*->\s* {_STATES} )+ )
      | (?P<values> [\w-]+ (?: \s*\|\s* [\w-]+ )+ ) | (?P<type> \w+ ) )
    (?: \( \s* (?P<digits> \d{{1,4}} ) \s*,\s* (?P<places> \d{{1,4}} ) \s* \) )?
    \s* (?P<optional> \? )?
    (?: \s* (?: (?P<min> {_BOUND} )? \.\. (?P<max> {_BOUND} )? | (?P<length> {_BOUND} ) )
        (?= [\s,] | \Z ) )?
    """,
    re.VERBOSE,
)
_PART = re.compile(
    r",\s*(?: matches\s+ (?P<matches> .+? ) (?= \s*(?: ,\s | \s=\s | \Z ) )"
    r" | was\s+ (?P<was> \w+ ) (?= \s*(?: , | = | \Z ) ) | (?P<flag> [^,=]+ ) )",
    re.VERBOSE,
)
_MEDIA_TYPE = re.compile(r"[^\s|]+")
_FLAG_BEHIND = re.compile(rf",\s+(?:matches\s|was\s|(?:{'|'.join(FLAGS)})\s*(?:,|\Z))")
_DEFAULT = re.compile(r"=\s*(?P<default>.*\S)", re.DOTALL)
_ADVICE = {
    "default": "Write the default at the end: ` = 0`.",
    "max": "Write bounds behind the type: `..120`.",
    "min": "Write bounds behind the type: `1..`.",
    "not": "Take it out: a field without `?` is required.",
    "nullable": "Write `?` behind the type.",
    "optional": "Write `?` behind the type.",
    "was": "Write the one name that it had: `was title`.",
    "required": "Take it out: a field without `?` is required.",
}
_MAX_LENGTH = 1000
_LONG = "Write the long form."
_GRAMMAR = "A short form reads `str? 1..120, unique, search = Something`."


def read_short(text: str, path: Path, field: Path, report: Report, offset: int = 0) -> Words:
    """The words of the long form that a short form stands for.

    Args:
        text: The short form.
        path: Where it stands.
        field: The field that it describes; its words are noted to stand there.
        report: Takes what is wrong.
        offset: How far into the value at `path` it starts.
    """
    return _Reader(text, path, field, report, offset).read()


def head_of(text: str) -> re.Match[str] | None:
    """The beginning of a short form, before its flags, with a group for each of its words."""
    return _HEAD.match(text)


class _Reader:
    def __init__(self, text: str, path: Path, field: Path, report: Report, offset: int) -> None:
        self._text = text
        self._path = path
        self._field = field
        self._report = report
        self._offset = offset
        self._words: Words = {}

    def read(self) -> Words:
        if len(self._text) > _MAX_LENGTH:
            self._refuse(0, f"The short form has more than {_MAX_LENGTH} characters.", _LONG)
            return {}
        head = _HEAD.match(self._text)
        if not head:
            self._refuse(0, "The short form does not start with a type.", _GRAMMAR)
            return {}
        self._read_head(head)
        at = self._skip_blanks(head.end())
        while part := _PART.match(self._text, at):
            self._read_part(part)
            at = self._skip_blanks(part.end())
        if default := _DEFAULT.match(self._text, at):
            self._read_default(default["default"], default.start("default"))
            at = default.end()
        if rest := self._text[at:].strip():
            self._refuse_rest(at, rest)
        return self._words

    def _read_head(self, head: re.Match[str]) -> None:
        if head["item"] is not None:
            self._read_item(head)
        if head["states"]:
            self._say("states", [head["states"]], head.start("states"))
            self._note(("states", 0), head.start("states"))
        if head["values"]:
            found = list(re.finditer(r"[\w-]+", head["values"]))
            self._say("values", [choice[0] for choice in found], head.start("values"))
            for index, choice in enumerate(found):
                self._note(("values", index), head.start("values") + choice.start())
        for word in ("type", "digits", "places", "min", "max"):
            if head[word]:
                value = head[word] if word == "type" else scalar(head[word])
                self._say(word, value, head.start(word))
        if head["optional"]:
            self._say(*_OPTIONAL, head.start("optional"))
        if head["length"]:
            for word in ("min", "max"):
                self._say(word, scalar(head["length"]), head.start("length"))

    def _read_item(self, head: re.Match[str]) -> None:
        at = head.start("item")
        inner = (*self._field, "item")
        item = read_short(head["item"], self._path, inner, self._report, self._offset + at)
        self._say("type", "list", at)
        self._words["item"] = item

    def _read_part(self, part: re.Match[str]) -> None:
        for word in ("matches", "was"):
            if part[word]:
                self._say(word, part[word], part.start(word))
                return
        flag, at = " ".join(part["flag"].split()), part.start("flag")
        if "/" in flag:
            self._read_media_types(part["flag"], part.start("flag"))
        elif flag in FLAGS:
            self._say(*FLAGS[flag], at)
        else:
            advice = _ADVICE.get(flag.partition(" ")[0])
            advice = advice or correction(flag, (*FLAGS, "matches", "was"))
            self._refuse(at, f"`{flag}` is not a flag." if flag else "A flag is missing.", advice)

    def _read_media_types(self, text: str, at: int) -> None:
        found = list(_MEDIA_TYPE.finditer(text))
        self._say("media_types", [each[0] for each in found], at)
        for index, each in enumerate(found):
            self._note(("media_types", index), at + each.start())

    def _read_default(self, text: str, at: int) -> None:
        flag = None if text.startswith('"') else _FLAG_BEHIND.search(text)
        if flag:
            advice = f"Write ` = {text[: flag.start()]}` at the end."
            self._refuse(at + flag.start(), "A flag stands behind the default.", advice)
        else:
            self._say("default", self._default(text), at)

    def _say(self, word: str, value: object, at: int) -> None:
        if word in self._words:
            self._refuse(at, f"`{word}` is said twice.", "Say it once.")
        self._words[word] = value
        self._note((word,), at)

    def _note(self, inner: Path, at: int) -> None:
        place = self._report.places.find(self._path, offset=self._offset + at)
        self._report.places.add_value((*self._field, *inner), place)

    def _default(self, text: str) -> object:
        kind = FIELD_TYPES.get(str(self._words.get("type")))
        if kind and kind.bounds == "number":
            return _json(text)
        if kind and kind.is_bare:
            return scalar(text)
        return _unquoted(text)

    def _refuse_rest(self, at: int, rest: str) -> None:
        advice = _GRAMMAR
        if rest.startswith("("):
            advice = "Write a length as `..120`; only `decimal(10,2)` has brackets."
        elif rest.partition(",")[0].endswith("?"):
            advice = "Write `?` right behind the type: `str? 1..120`."
        elif rest == "=":
            advice = 'Write the default behind it; an empty text is `""`.'
        self._refuse(at, f"`{rest[:40]}` makes no sense here.", advice)

    def _skip_blanks(self, at: int) -> int:
        return len(self._text) - len(self._text[at:].lstrip())

    def _refuse(self, at: int, what: str, advice: str) -> None:
        self._report.add(self._path, what, advice, offset=self._offset + at)


def _json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError:
        return text
    return found


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text
