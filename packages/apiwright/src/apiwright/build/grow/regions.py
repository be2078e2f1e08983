"""Marked regions of an exemplar's file.

`# grow: name` marks what follows: everything up to `# end`, or the one statement below it.
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from textwrap import indent

_MARK = re.compile(r"( *)# (?:grow: (?P<name>\w+)|end)")


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines `first` to `last`, counted from 0, markers included."""

    first: int
    last: int
    margin: str


def fill(text: str, contents: Mapping[str, str]) -> str:
    """Put `contents` into the regions of their names and take all markers away.

    Regions that `contents` does not name keep what they hold; an empty content drops the region.

    Raises:
        KeyError: `contents` names a region that the text does not have.
    """
    regions = _regions(text)
    filled = {regions[name].first: (regions[name], content) for name, content in contents.items()}
    lines = text.splitlines()
    grown: list[str] = []
    place = 0
    while place < len(lines):
        region, content = filled.get(place, (None, ""))
        if region:
            grown += [indent(content.strip("\n"), region.margin)] if content.strip() else []
            place = region.last
        elif not _MARK.fullmatch(lines[place]):
            grown.append(lines[place])
        place += 1
    return "\n".join(grown) + "\n"


def held(text: str, name: str) -> str:
    """What the region of this name holds, all markers left out."""
    region = _regions(text)[name]
    lines = text.splitlines()[region.first : region.last + 1]
    return "\n".join(line for line in lines if not _MARK.fullmatch(line))


def _regions(text: str) -> dict[str, _Region]:
    lines = text.splitlines()
    marks = [(place, mark) for place, mark in enumerate(map(_MARK.fullmatch, lines)) if mark]
    closed = {start: end for (start, _), (end, mark) in pairwise(marks) if not mark["name"]}
    open_ended = any(mark["name"] and place not in closed for place, mark in marks)
    statements = _statements(text) if open_ended else {}
    found: dict[str, _Region] = {}
    for place, mark in reversed(marks):
        if mark["name"]:
            last = closed[place] if place in closed else statements[place + 1]
            within = [each.last for each in found.values() if place < each.first <= last]
            found[mark["name"]] = _Region(place, max([last, *within]), mark[1])
    return found


def _statements(text: str) -> dict[int, int]:
    """The last line of each statement by its first, decorators included."""
    found: dict[int, int] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            decorators: list[ast.expr] = getattr(node, "decorator_list", [])
            first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
            found[first - 1] = (node.end_lineno or first) - 1
    return found
