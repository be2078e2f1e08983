"""The key of an endpoint, `POST /books/{book}/restock`, and the names that follow from it."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from keyword import iskeyword
from typing import TYPE_CHECKING

from apiwright.blueprint import names, reserved
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_VERBS = {
    "GET": "read",
    "POST": "create",
    "PUT": "replace",
    "PATCH": "update",
    "DELETE": "delete",
}
_LITERAL = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PARAMETER = re.compile(r"\{[a-z][a-z0-9]*(_[a-z0-9]+)*\}")
_HELP = "Write a method, a blank and a path: `GET /stats/best-sellers`."


@dataclass(frozen=True, slots=True)
class Key:
    """A method and the segments of a path; those in braces are parameters."""

    method: str
    segments: tuple[str, ...]

    @property
    def domain(self) -> str:
        """The package that has it: that of the resource whose path it starts with, or its own."""
        return names.snake(self.segments[0])

    @property
    def parameters(self) -> tuple[str, ...]:
        """What stands in braces."""
        return tuple(part[1:-1] for part in self.segments if part.startswith("{"))

    def naming(self, noun: str | None) -> tuple[str, str]:
        """The names of the route and of the service's method.

        Args:
            noun: What one row of the domain is called; `None` for a domain without a table.
        """
        verb, words = _VERBS[self.method], self._words()
        is_verb = self.method in ("GET", "POST")
        about = self.domain
        if noun and len(self.segments) > 1 and self.segments[1].startswith("{"):
            about = noun
        if not words:
            name, logic = f"{verb}_{about}", verb
        elif not is_verb:
            name, logic = f"{verb}_{about}_{words}", f"{verb}_{words}"
        elif self.method == "GET" and about == noun:
            name, logic = f"{noun}_{words}", words
        else:
            name, logic = words if noun is None else f"{words}_{about}", words
        name = f"{name}_{about}" if _is_taken(name) else name
        return name, name if _is_taken(logic) or logic in reserved.SERVICE else logic

    def _words(self) -> str:
        words = (part for part in self.segments[1:] if not part.startswith("{"))
        return "_".join(names.snake(part) for part in words)


def read_key(said: str, path: Path, report: Report) -> Key | None:
    """The method and the path of an endpoint; `None` if mistakes, now in the report, leave none."""
    method, blank, rest = said.partition(" ")
    if method not in _VERBS or not blank:
        advice = f"Write `{method.upper()} …`." if method.upper() in _VERBS else _HELP
        what = f"`{said}` does not start with {listed(_VERBS)} and a blank."
        report.add(path, what, advice, at_key=True)
        return None
    if not rest.startswith("/"):
        report.add(path, f"`{rest}` is no path.", f"Write `{method} /{rest}`.", at_key=True)
        return None
    segments = tuple(rest[1:].split("/"))
    for segment in segments:
        _check_segment(segment, said, path, report)
    if segments[0].startswith("{"):
        report.add(path, "The path starts with a parameter.", _HELP, at_key=True)
    return None if report.is_wrong(*path) else Key(method, segments)


def _check_segment(segment: str, said: str, path: Path, report: Report) -> None:
    if _LITERAL.fullmatch(segment) or _PARAMETER.fullmatch(segment):
        return
    if not segment:
        what = f"`{said}` has an empty part."
        report.add(path, what, "Take a `/` out.", at_key=True)
        return
    inner = segment.strip("{}:<>")
    braced = segment[0] in "{:<"
    right = f"{{{names.snake(inner)}}}" if braced else names.kebab(inner)
    advice = correction(segment, [right]) if names.words(inner) else ""
    what = f"`{segment}` is not spelled like a part of a path."
    report.add(path, what, advice or _HELP, at_key=True)


def _is_taken(name: str) -> bool:
    return iskeyword(name) or hasattr(builtins, name)
