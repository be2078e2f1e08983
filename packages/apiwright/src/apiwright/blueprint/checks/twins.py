"""Two names that become one where they are spelled alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def indexed(found: Iterable[str], path: Path) -> list[tuple[str, Path]]:
    """The names of a list, each with its path."""
    return [(name, (*path, index)) for index, name in enumerate(found)]


def refuse_twins(
    named: Sequence[tuple[str, Path]], spell: Callable[[str], str], kind: str, report: Report
) -> None:
    """Report each name that `spell` makes the same as one before it."""
    first: dict[str, str] = {}
    for name, path in named:
        spelled = spell(name)
        twin = first.setdefault(spelled, name)
        if twin is name:
            continue
        what = f"`{name}` and `{twin}` have one {kind}, `{spelled}`."
        if twin == name:
            what = f"`{name}` stands here twice."
        report.add(path, what, "Rename one.", at_key=True)
