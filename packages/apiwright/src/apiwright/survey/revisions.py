"""The project's migrations, built or written by hand."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from apiwright.survey.survey import Survey

VERSIONS = PurePosixPath("migrations/versions")
_NO_REVISION = "__init__.py"

_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python says of a text that is none of its own, or one too deep for it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One migration; `follows` has more than one where branches are merged."""

    path: PurePosixPath
    id: str
    follows: tuple[str, ...]


def revisions(survey: Survey) -> tuple[Revision, ...]:
    """Every revision that stands, by its file.

    Raises:
        Refusal: A file is no Python, or does not say which revision it is.
    """
    found = tuple(_read(path, survey.files[path]) for path in _paths(survey))
    if reasons := [each for each in found if isinstance(each, Reason)]:
        raise Refusal(*reasons)
    return tuple(each for each in found if isinstance(each, Revision))


def revision_in(survey: Survey, path: PurePosixPath) -> Revision:
    """The revision in a file.

    Raises:
        Refusal: The file is none.
    """
    found = _read(path, survey.files[path])
    if isinstance(found, Reason):
        raise Refusal(found)
    return found


def own_revisions(survey: Survey) -> tuple[PurePosixPath, ...]:
    """The revisions that a person wrote, or edited since they were built."""
    written = {path: it for applied in survey.history for path, it in applied.written.items()}
    built = {path for applied in survey.history for path in applied.migrations}
    return tuple(
        path
        for path in _paths(survey)
        if path not in built or digest(survey.files[path]) != written.get(path)
    )


def edited(survey: Survey, written: Mapping[PurePosixPath, str]) -> tuple[PurePosixPath, ...]:
    """Those of some revisions, known by their digests, that were edited since they were built."""
    return tuple(path for path, was in written.items() if digest(survey.files.get(path)) != was)


def _paths(survey: Survey) -> Iterator[PurePosixPath]:
    for path in sorted(survey.files):
        if path.parent == VERSIONS and path.suffix == ".py" and path.name != _NO_REVISION:
            yield path


def _read(path: PurePosixPath, content: bytes) -> Revision | Reason:
    try:
        said = dict(_said(ast.parse(content)))
    except _UNREADABLE as error:
        return _reason("A migration is not Python.", path, str(error))
    revision, follows = said.get("revision"), _followed(said.get("down_revision"))
    if not isinstance(revision, str):
        return _reason("A migration does not say in plain words which revision it is.", path)
    if follows is None:
        return _reason("A migration does not say in plain words what it follows.", path)
    return Revision(path, revision, follows)


def _followed(said: object) -> tuple[str, ...] | None:
    if isinstance(said, str):
        return (said,)
    many = () if said is None else cast("Sequence[object]", said)
    if not isinstance(many, (tuple, list)):
        return None
    texts = tuple(each for each in many if isinstance(each, str))
    return texts if len(texts) == len(many) else None


def _reason(what: str, path: PurePosixPath, why: str = "") -> Reason:
    why = why or "what it says has to be a text, since it is read without being run"
    return Reason(what, str(path), why, f"git checkout -- {path}   or mend it by hand")


def _said(module: ast.Module) -> Iterator[tuple[str, object]]:
    """What the names at the top of a module are; `...` for what is no plain value."""
    for statement in module.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(name)], value=value)
                | ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value)
            ):
                yield name, _plain(value)
            case _:
                continue


def _plain(value: ast.expr) -> object:
    try:
        found: object = ast.literal_eval(value)
    except _UNREADABLE:
        return ...
    return found
