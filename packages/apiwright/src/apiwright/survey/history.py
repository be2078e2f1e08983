"""Records of applied plans, as they stand in `history/`."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from apiwright.refusal import Reason, Refusal
from apiwright.survey.survey import Applied

if TYPE_CHECKING:
    from collections.abc import Mapping

HISTORY = PurePosixPath("history")

_record = TypeAdapter(Applied)


def read_history(files: Mapping[PurePosixPath, bytes]) -> tuple[Applied, ...]:
    """Every record among a project's files, oldest first.

    Raises:
        Refusal: A record is broken, or two have one number.
    """
    records = (path for path in files if path.parent == HISTORY and path.suffix == ".json")
    applied = sorted((_read(path, files[path]) for path in records), key=_number)
    for one, other in pairwise(applied):
        if one.number == other.number:
            raise Refusal(_twice(one, other))
    return tuple(applied)


def write_record(applied: Applied) -> bytes:
    """The record as JSON that `read_history` reads back."""
    return _record.dump_json(applied, indent=2) + b"\n"


def _number(applied: Applied) -> int:
    return applied.number


def _twice(one: Applied, other: Applied) -> Reason:
    return Reason(
        f"Two records have the number {one.number}: `{one.name}` and `{other.name}`.",
        at=str(HISTORY),
        why="two branches were built and then merged; neither record says what stands now",
        help="take all that was built from one branch, then build with the other's blueprint",
    )


def _read(path: PurePosixPath, content: bytes) -> Applied:
    try:
        return _record.validate_json(content)
    except ValidationError as error:
        reason = Reason(
            "A record of an applied plan cannot be read.",
            at=str(path),
            why=str(error.errors()[0]["msg"]),
            help=f"git checkout -- {path}",
        )
        raise Refusal(reason) from error
