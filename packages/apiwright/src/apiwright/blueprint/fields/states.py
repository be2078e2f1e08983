"""Fields of states: `draft -> published -> hidden | archived`, and what follows from it."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

    Arrow = tuple[str, str]

_GRAMMAR = "Write arrows between states: `draft -> published -> hidden | archived`."
_MEANINGLESS = (
    *("optional", "unique", "read_only", "write_only", "search", "values", "type"),
    *("read", "write", "sensitive"),
)


def with_states(words: Words, path: Path, report: Report) -> Words:
    """The words of a field, where `states` among them stand for what they mean.

    That is an enum, which starts as the first state and which callers cannot set.
    """
    if "states" not in words:
        return words
    kept = {word: value for word, value in words.items() if word != "states"}
    for word in _MEANINGLESS:
        if kept.pop(word, None) is not None:
            what = f"`{word}` means nothing for states."
            report.add((*path, word), what, "Take it out.")
    arrows: list[Arrow] = []
    for index, chain in enumerate(cast("list[str]", words["states"])):
        arrows += _new(read_chain(chain, (*path, "states", index), report), arrows, path, report)
    choices = tuple(dict.fromkeys(state for arrow in arrows for state in arrow))
    if kept.pop("default", None) is not None:
        what = "A row starts in the first of its states."
        report.add((*path, "default"), what, "Take the default out, or write its state first.")
    if not choices:
        if not report.is_wrong(*path):
            report.add(path, "There is no state.", _GRAMMAR, at_key=True)
        return {}
    _note(choices, cast("list[str]", words["states"]), path, report)
    is_ours = {"default": choices[0], "read_only": True}
    return {**kept, "values": list(choices), "arrows": tuple(arrows), **is_ours}


def _note(choices: Sequence[str], chains: Sequence[str], path: Path, report: Report) -> None:
    """Note where each state is first named."""
    for number, state in enumerate(choices):
        index = next(index for index, chain in enumerate(chains) if state in chain)
        place = report.places.find((*path, "states", index), offset=chains[index].index(state))
        report.places.add_value((*path, "values", number), place)


def read_chain(text: str, path: Path, report: Report) -> list[Arrow]:
    """The arrows of a chain, each with the state where it starts and the one where it ends."""
    groups: list[list[str]] = []
    offset = 0
    for part in text.split("->"):
        groups.append(list(_group(part, offset, path, report)))
        offset += len(part) + len("->")
    if len(groups) == 1:
        report.add(path, f"`{text.strip()}` is no arrow.", _GRAMMAR)
    found = [arrow for here, there in pairwise(groups) for arrow in product(here, there)]
    for state in (here for here, there in found if here == there):
        report.add(path, f"`{state} -> {state}` leads nowhere.", "Take it out.")
    return [(here, there) for here, there in found if here != there]


def _group(part: str, offset: int, path: Path, report: Report) -> Iterator[str]:
    for piece in part.split("|"):
        if state := piece.strip():
            yield state
        else:
            report.add(path, "A state is missing here.", _GRAMMAR, offset=offset)
        offset += len(piece) + 1


def _new(
    arrows: Iterable[Arrow], before: list[Arrow], path: Path, report: Report
) -> Iterator[Arrow]:
    for arrow in arrows:
        if arrow in before:
            what = f"`{' -> '.join(arrow)}` stands here twice."
            report.add((*path, "states"), what, "Take one out.")
        else:
            yield arrow
