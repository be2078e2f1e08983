"""Endpoints that do one thing, so that one statement may be all of their transaction."""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ALONE = "keel.alone"
"""In the scope of a request: whether its endpoint does one thing."""


def does_one_thing(endpoint: Callable[..., Any]) -> bool:
    """Whether all of an endpoint is `return await service.method(...)`, with its own arguments.

    Nothing can then go wrong, or be written, behind that method: what it does may be committed
    where it is done.
    """
    if hasattr(endpoint, "__wrapped__"):
        return False
    try:
        (function,) = ast.parse(dedent(inspect.getsource(endpoint))).body
    except (OSError, TypeError, ValueError, SyntaxError):
        return False  # there is no source, or more than the function in its lines
    match function:
        case ast.AsyncFunctionDef(body=[*said, ast.Return(ast.Await(ast.Call() as call))]):
            return all(map(_is_docstring, said)) and _is_method(call, _arguments(function))
        case _:
            return False


def _arguments(function: ast.AsyncFunctionDef) -> set[str]:
    return {each.arg for each in [*function.args.args, *function.args.kwonlyargs]}


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_method(call: ast.Call, arguments: set[str]) -> bool:
    given = [*call.args, *(each.value for each in call.keywords)]
    match call.func:
        case ast.Attribute(value=ast.Name(id=name)):
            names = [each.id for each in given if isinstance(each, ast.Name)]
            return len(names) == len(given) and {name, *names} <= arguments
        case _:
            return False
