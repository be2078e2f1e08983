"""Two additions at one place that are no contradiction: both can stand."""

from __future__ import annotations

import ast
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.build.merge.lines import Clash
    from apiwright.build.merge.text import Line


def both(clash: Clash) -> tuple[Line, ...] | None:
    """The blueprint's lines, then the owner's, if neither says what the other says already.

    Only where nothing stood before. Statements may share lines, such as a decorator's, but must not
    define one name; of all else, such as the items of a list, no line may be on both sides.
    """
    if clash.base:
        return None
    mine, other = _names(clash.ours), _names(clash.theirs)
    if not (mine and other):
        mine, other = _words(clash.ours), _words(clash.theirs)
    return None if mine & other else (*clash.theirs, *clash.ours)


def _words(lines: Sequence[Line]) -> set[str]:
    return {line.text.strip() for line in lines} - {""}


def _names(lines: Sequence[Line]) -> set[str]:
    """The names that lines define, if they are whole statements that define something."""
    try:
        tree = ast.parse(dedent("\n".join(line.text for line in lines)))
    except (SyntaxError, ValueError):
        return set()
    return {name for statement in tree.body for name in _defined(statement)}


def _defined(statement: ast.stmt) -> set[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {each.id for each in targets if isinstance(each, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case _:
            return {ast.unparse(statement)}
