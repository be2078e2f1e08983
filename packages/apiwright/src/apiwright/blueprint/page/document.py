"""The text of a page → plain data and its places."""

# The errors of ruamel.yaml have no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from apiwright.blueprint.page.places import Place
from apiwright.blueprint.page.tree import NOT_TEXT, Tree

if TYPE_CHECKING:
    from apiwright.blueprint.page.mistakes import Report

MAX_BYTES = 1_000_000

_TAB = re.compile(r"^ *\t", re.MULTILINE)
_HELP = {
    "mapping values are not allowed": "Put a text that has `: ` in it in quotes.",
    "could not find expected": "Write `: ` after the key.",
    "block mapping": "Let the keys of one thing start in one column.",
    "cannot start any token": "Put a text that starts with this character in quotes.",
}


def read_document(source: bytes | str, report: Report) -> dict[str, object]:
    """The plain data of a page, which means nothing if the report has mistakes afterwards.

    Takes about three seconds for the largest page allowed.
    """
    text = _decode(source, report)
    if text is None or not _is_legible(text, report):
        return {}
    tree = Tree(report)
    try:
        tree.grow(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        index = mark.index if mark else 0
        report.add_at(_place(text, index), (), *_explain(error, text[:index]))
    except (YAMLError, ValueError, LookupError, OverflowError):
        report.add((), "This is not YAML.", "Check quotes and escapes.")
    if tree.root is None and not report.mistakes:
        report.add((), "The page is empty.", "Start with `backend: Name`.")
    return tree.root or {}


def _decode(source: bytes | str, report: Report) -> str | None:
    if len(source) > MAX_BYTES:
        report.add((), f"The page is larger than {MAX_BYTES:,} bytes.", "Describe one backend.")
        return None
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode(errors="replace")
        what = f"Byte 0x{source[error.start]:02X} is not UTF-8 text."
        report.add_at(_place(before, len(before)), (), what, "Save the page as UTF-8 text.")
        return None


def _is_legible(text: str, report: Report) -> bool:
    if found := NOT_TEXT.search(text):
        what = f"Character U+{ord(found[0]):04X} is not text."
        report.add_at(_place(text, found.start()), (), what, "Take it out.")
    elif found := _TAB.search(text):
        place = _place(text, found.end() - 1)
        report.add_at(place, (), "A tab indents this line.", "Indent with spaces.")
    return not report.mistakes


def _place(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _explain(error: MarkedYAMLError, before: str) -> tuple[str, str]:
    problem = " ".join(str(error.problem or error.context).split())
    problem = re.sub(r"\('(.*)',\)", r"'\1'", problem)
    about = f"{problem} {error.context}"
    advice = next((advice for sign, advice in _HELP.items() if sign in about), "")
    if before.rstrip().endswith("]"):
        advice = 'Put a list and what stands behind it in quotes: `"[str] ..10"`.'
    return f"This is not YAML: {problem}.", advice or "Check indentation and quotes here."
