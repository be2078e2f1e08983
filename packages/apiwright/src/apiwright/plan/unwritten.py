"""Endpoints whose logic their owner has yet to write."""

from __future__ import annotations

import ast
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.plan.contract import endpoints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.contract import Endpoint

_MARK = "Unwritten"


def unwritten(blueprint: Blueprint, files: Mapping[PurePosixPath, bytes]) -> tuple[Endpoint, ...]:
    """The endpoints that answer 501, as far as the services among a project's files tell."""
    return tuple(
        endpoint
        for endpoint in endpoints(blueprint)
        if endpoint.logic and not _is_written(endpoint, files.get(service_of(blueprint, endpoint)))
    )


def service_of(blueprint: Blueprint, endpoint: Endpoint) -> PurePosixPath:
    """The file that holds an endpoint's logic."""
    return PurePosixPath(blueprint.package, endpoint.domain, "service.py")


def _is_written(endpoint: Endpoint, source: bytes | None) -> bool:
    """Whether the method is there and nothing in it raises `Unwritten`."""
    try:
        tree = ast.parse(source or b"")
    except (SyntaxError, ValueError):
        return False
    service, _, logic = endpoint.logic.partition(".")
    return any(
        not _raises_unwritten(method)
        for service_class in tree.body
        if isinstance(service_class, ast.ClassDef) and service_class.name == service
        for method in service_class.body
        if isinstance(method, ast.AsyncFunctionDef | ast.FunctionDef) and method.name == logic
    )


def _raises_unwritten(method: ast.AsyncFunctionDef | ast.FunctionDef) -> bool:
    raised = (node.exc for node in ast.walk(method) if isinstance(node, ast.Raise) and node.exc)
    kinds = (each.func if isinstance(each, ast.Call) else each for each in raised)
    return any(ast.unparse(kind).rpartition(".")[2] == _MARK for kind in kinds)
