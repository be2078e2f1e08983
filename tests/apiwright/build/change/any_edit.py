"""Any edit of a person's in a file that was built."""

import ast
from dataclasses import dataclass
from pathlib import Path

from tests.apiwright.build.any_page.chance import Chance


@dataclass(frozen=True)
class Edit:
    """A line that somebody wrote.

    Attributes:
        path: The file, in the project.
        at: The number of lines before it.
    """

    path: Path
    at: int
    line: str


def any_edit(chance: Chance, root: Path, number: int) -> Edit:
    """Write a comment of one's own somewhere among the statements of some module."""
    built = [path for path in sorted(root.rglob("*.py")) if _is_code(path.relative_to(root))]
    file = chance.one(*built)
    lines = file.read_text().splitlines(keepends=True)
    at = chance.one(*_places("".join(lines)))
    edit = Edit(file.relative_to(root), at, f"# By hand, {number}.\n")
    file.write_text("".join([*lines[:at], edit.line, *lines[at:]]))
    return edit


def _is_code(path: Path) -> bool:
    return "migrations" not in path.parts and not {*path.parts} & {".venv", "bench"}


def _places(source: str) -> list[int]:
    """Before which lines a comment can stand: those that statements of a module begin at."""
    body = ast.parse(source).body[1:]
    starts = (
        min([each.lineno, *(it.lineno for it in getattr(each, "decorator_list", []))])
        for each in body
    )
    return [len(source.splitlines()), *(start - 1 for start in starts)]
