"""Imports of a module are a set of names: both sides' additions stand."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.build.merge.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines `start` to `end` that hold a module's first imports, and what they import."""

    start: int
    end: int
    imports: dict[str, None]


def unknown_names(lines: Sequence[Line]) -> set[str]:
    """The names that code asks for, and nothing in it nor Python gives; none of what is no code."""
    try:
        tree = ast.parse("\n".join(line.text for line in lines))
    except (SyntaxError, ValueError):
        return set()
    asked: set[str] = set()
    given = {*dir(builtins)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                asked.add(name)
            case (
                ast.Name(id=name)
                | ast.arg(arg=name)
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
                | ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
            ):
                given.add(name)
            case ast.Import() | ast.ImportFrom():
                given |= {(it.asname or it.name).partition(".")[0] for it in node.names}
            case _:
                continue
    return asked - given


def settle_imports(base: Lines, ours: Lines, theirs: Lines) -> tuple[Lines, Lines, Lines]:
    """All three as they are when the owner's imports, and what theirs adds, stand in them.

    What theirs no longer imports stays where the owner has it, since their lines may need it; it
    is for the linter to say that nothing does. Modules without imports are left as they are.
    """
    blocks = [_block(lines) for lines in (base, ours, theirs)]
    if None in blocks:
        return base, ours, theirs
    was, mine, now = (block for block in blocks if block)
    kept = ours[mine.start : mine.end]
    added = [Line(name) for name in now.imports if name not in mine.imports]
    return (
        (*base[: was.start], *kept, *base[was.end :]),
        ours,
        (*theirs[: now.start], *kept, *added, *theirs[now.end :]),
    )


def _block(lines: Sequence[Line]) -> _Block | None:
    try:
        body = ast.parse("\n".join(line.text for line in lines)).body
    except (SyntaxError, ValueError):
        return None
    first = next((each for each in body if _is_import(each)), None)
    if first is None:
        return None
    run = [*_run(body[body.index(first) :])]
    names = dict.fromkeys(name for each in run for name in _imported(each))
    return _Block(first.lineno - 1, run[-1].end_lineno or first.lineno, names)


def _run(statements: Sequence[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for statement in statements:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            return
        yield statement


def _is_import(statement: ast.stmt) -> bool:
    is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
    return isinstance(statement, ast.Import | ast.ImportFrom) and not is_future


def _imported(statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """A statement for each name."""
    for alias in statement.names:
        if isinstance(statement, ast.Import):
            yield ast.unparse(ast.Import([alias]))
        else:
            yield ast.unparse(ast.ImportFrom(statement.module, [alias], statement.level))
