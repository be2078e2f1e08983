"""The project's migrations, built or written by hand."""

from __future__ import annotations

import ast
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.survey.survey import Survey

VERSIONS = PurePosixPath("migrations/versions")


def revision_ids(survey: Survey) -> frozenset[str]:
    """The id of every revision that stands."""
    return frozenset(value for name, value in _facts(survey) if name == "revision")


def head_revision(survey: Survey) -> str | None:
    """The revision that no other follows; `None` when there are none.

    Raises:
        Refusal: The revisions have more than one end or a gap, or one of them is no Python.
    """
    followed, revisions = _followed(survey), revision_ids(survey)
    if missing := sorted(followed - revisions):
        what = f"A migration follows `{missing[0]}`, which is not there."
        raise Refusal(Reason(what, str(VERSIONS), help=f"git checkout -- {VERSIONS}"))
    heads = sorted(revisions - followed)
    if len(heads) > 1:
        what = f"The migrations have {len(heads)} ends: {', '.join(heads)}."
        raise Refusal(Reason(what, str(VERSIONS), help="alembic merge heads"))
    return heads[0] if heads else None


def is_last(survey: Survey, path: PurePosixPath) -> bool:
    """Whether no revision follows the one in a file."""
    return revision_in(survey, path) not in _followed(survey)


def revision_in(survey: Survey, path: PurePosixPath) -> str | None:
    """The revision in a file."""
    return _fact(survey, path, "revision")


def revision_before(survey: Survey, path: PurePosixPath) -> str | None:
    """The revision that the one in a file follows; `None` for the first."""
    return _fact(survey, path, "down_revision")


def _followed(survey: Survey) -> frozenset[str]:
    return frozenset(value for name, value in _facts(survey) if name == "down_revision")


def _fact(survey: Survey, path: PurePosixPath, name: str) -> str | None:
    facts = _facts_of(path, survey.files[path])
    return next((value for each, value in facts if each == name), None)


def _facts(survey: Survey) -> Iterator[tuple[str, str]]:
    for path, content in survey.files.items():
        if path.parent == VERSIONS and path.suffix == ".py":
            yield from _facts_of(path, content)


def _facts_of(path: PurePosixPath, content: bytes) -> Iterator[tuple[str, str]]:
    try:
        statements = ast.parse(content).body
    except (SyntaxError, ValueError) as error:
        raise Refusal(Reason("A migration is not Python.", str(path), str(error))) from error
    for statement in statements:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(name)], value=value)
                | ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value)
            ):
                yield from ((name, text) for text in _texts(ast.walk(value)))
            case _:
                continue


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
