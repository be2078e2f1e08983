"""The places in code that a disagreement is about: statements of models, routes and policies."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.build.merge.text import Line
    from apiwright.plan.drift.drift import Drift

_TABLENAME = "__tablename__"


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of a file, from 0, that say one thing.

    Attributes:
        said: What they say, however it is laid out.
    """

    lines: range
    said: str


def places(lines: Sequence[Line], drift: Drift) -> tuple[Place, ...]:
    """The statements of a file that a disagreement is about; none where it is no Python."""
    return tuple(_place(node) for node in _nodes(_tree(lines), drift))


def imports(lines: Sequence[Line], besides: Sequence[Line]) -> tuple[Place, ...]:
    """The statements at the top of a file that import what another version of it does not."""
    there = {name for each in _tree(besides).body for name in _imported(each)}
    return tuple(_place(each) for each in _tree(lines).body if _imported(each) - there)


def _imported(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {each.asname or each.name for each in node.names}
    return set()


def _tree(lines: Sequence[Line]) -> ast.Module:
    try:
        return ast.parse("\n".join(line.text for line in lines))
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _nodes(tree: ast.Module, drift: Drift) -> Iterator[ast.stmt]:
    match drift.kind:
        case "table" | "column":
            table, _, name = drift.name.partition(".")
            for model in _models(tree, table):
                found = [each for each in model.body if name in _names(each)]
                yield from found if name else (model,)
        case "route" | "access":
            method, _, path = drift.name.partition(" ")
            yield from _routes(tree, method.lower(), path)
            if drift.kind == "access":
                yield from (each for each in tree.body if "POLICY" in _names(each))
        case _:
            return


def _models(tree: ast.Module, table: str) -> Iterator[ast.ClassDef]:
    for each in tree.body:
        if isinstance(each, ast.ClassDef):
            named = [it for it in each.body if _TABLENAME in _names(it)]
            if any(_text(it) == table for it in named) or (not named and f"{each.name}s" == table):
                yield each


def _routes(tree: ast.Module, method: str, path: str) -> Iterator[ast.stmt]:
    """The functions that answer at a path, which may begin with a version."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    starts = {_prefix(call) for call in calls} - {None} or {""}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            ends = [_end(each, method) for each in node.decorator_list]
            whole = [f"{start}{end}" for start in starts for end in ends if end is not None]
            if any(re.fullmatch(rf"(/v\d+)?{re.escape(each)}", path) for each in whole):
                yield node


def _prefix(call: ast.Call) -> str | None:
    """What all paths of a router start with, if it is one."""
    for keyword in call.keywords:
        match call.func, keyword.arg, keyword.value:
            case ast.Name(id="APIRouter"), "prefix", ast.Constant(value=str(prefix)):
                return prefix
            case _:
                continue
    return None


def _end(decorator: ast.expr, method: str) -> str | None:
    """What a path ends with, if a decorator is that of a route with this method."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr=verb), args=[ast.Constant(value=str(end)), *_]):
            return end if verb == method else None
        case _:
            return None


def _names(node: ast.stmt) -> set[str]:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Assign(targets=targets):
            return {each.id for each in targets if isinstance(each, ast.Name)}
        case _:
            return set()


def _text(node: ast.stmt) -> object:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return value.value if isinstance(value, ast.Constant) else None


def _place(node: ast.stmt) -> Place:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    start = min([node.lineno, *(each.lineno for each in decorators)])
    return Place(range(start - 1, node.end_lineno or node.lineno), ast.dump(node))
