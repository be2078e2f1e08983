"""The one line that a project's migrations are in, from the first to the last."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from typing import TYPE_CHECKING

from apiwright.refusal import Reason, Refusal
from apiwright.survey.revisions import VERSIONS, Revision, revisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import PurePosixPath

    from apiwright.survey.survey import Applied, Survey

    Line = tuple[Revision, ...]


def line(survey: Survey) -> Line:
    """Every revision, each behind those that it follows; there is one end.

    Raises:
        Refusal: There is no such line, or one of the files is no revision.
    """
    found = revisions(survey)
    if reasons := (*_twins(found), *_gaps(found)):
        raise Refusal(*reasons)
    named = {each.id: each for each in found}
    try:
        order = [*TopologicalSorter({each.id: each.follows for each in found}).static_order()]
    except CycleError as error:
        raise Refusal(_circle([named[name] for name in error.args[1][1:]])) from error
    if len(ends := _ends(found)) > 1:
        raise Refusal(_branches(ends))
    return tuple(named[name] for name in order)


def last_built(survey: Survey) -> tuple[Applied, PurePosixPath] | None:
    """The last revision that a plan brought and none took back, with that plan."""
    built: list[tuple[Applied, PurePosixPath]] = []
    for applied in survey.history:
        built = [each for each in built if each[1] not in applied.taken_back]
        built += [(applied, path) for path in applied.migrations]
    return built[-1] if built else None


def _ends(found: Iterable[Revision]) -> Line:
    found = tuple(found)
    followed = {name for each in found for name in each.follows}
    return tuple(each for each in found if each.id not in followed)


def _twins(found: Iterable[Revision]) -> Iterator[Reason]:
    for name, same in groupby(sorted(found, key=_id), _id):
        first, *others = same
        for other in others:
            yield Reason(
                f"Two migrations are called `{name}`: `{first.path.name}` and `{other.path.name}`.",
                str(VERSIONS),
                "Alembic runs only one of two that have one name, as when two branches were built "
                "and then merged",
                f"take one away and build again, or give `{other.path.name}` a `revision` of its "
                f"own and let it follow the other: `down_revision`",
            )


def _gaps(found: Iterable[Revision]) -> Iterator[Reason]:
    found = tuple(found)
    known = {each.id for each in found}
    for each in found:
        for name in each.follows:
            if name not in known:
                yield Reason(
                    f"A migration follows `{name}`, which is not there.",
                    str(each.path),
                    "no new database can be brought to where it stands",
                    f"git checkout -- {VERSIONS}   or let it follow another: `down_revision`",
                )


def _circle(found: list[Revision]) -> Reason:
    names = " → ".join(f"`{each.id}`" for each in (*found, found[0]))
    return Reason(
        f"Migrations follow one another in a circle: {names}.",
        ", ".join(str(each.path) for each in found),
        "none of them can be the first",
        "let one of them follow what was before it: `down_revision`",
    )


def _branches(ends: Line) -> Reason:
    names = ", ".join(f"`{each.id}` ({each.path.name})" for each in ends)
    return Reason(
        f"The migrations have {len(ends)} ends: {names}.",
        str(VERSIONS),
        "they branched, as when two branches were merged, and what comes next follows one line",
        "alembic merge heads -m 'merge branches'",
    )


def _id(revision: Revision) -> str:
    return revision.id
