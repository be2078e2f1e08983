"""Files that are called otherwise because what they are about is."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.plan.staying import same_resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apiwright.blueprint.model import Blueprint


def moved_files(
    before: Blueprint, after: Blueprint, paths: Iterable[PurePosixPath], *, is_undo: bool
) -> Mapping[PurePosixPath, PurePosixPath]:
    """Where each of some files of `after` stood when what it is about was called otherwise.

    Args:
        before: What stands.
        after: What is asked for.
        paths: Files of a project of `after`.
        is_undo: Whether what `before` renamed gets its name back.
    """
    names = {after.package: before.package} | _nouns(before, after, is_undo=is_undo)
    names |= {f"test_{now}.py": f"test_{was}.py" for now, was in names.items()}
    origins = {path: _called(path, names) for path in paths}
    return {path: origin for path, origin in origins.items() if path != origin}


def _nouns(before: Blueprint, after: Blueprint, *, is_undo: bool) -> dict[str, str]:
    if is_undo:
        return {was.nouns: now.nouns for was, now in same_resources(after, before)}
    return {now.nouns: was.nouns for was, now in same_resources(before, after)}


def _called(path: PurePosixPath, names: Mapping[str, str]) -> PurePosixPath:
    return PurePosixPath(*(names.get(part, part) for part in path.parts))
