"""What goes while something like it comes: a rename that nobody declared, or a loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from apiwright.blueprint.page.locate import locate
from apiwright.plan.staying import family, same_fields, same_links, same_resources
from apiwright.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Field, Link, Resource
    from apiwright.plan.answers import Answers

    Named = TypeVar("Named", Field, Link)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Something that goes, and what comes that could hold the same.

    Attributes:
        gone: What goes, in the blueprint's words: `Book.isbn`.
        come: What comes, likewise: `Book.code`.
        former: What the page would say that it was: `isbn`.
        lost: What goes in the database: `books.isbn`.
        path: Where in the page what comes stands.
    """

    gone: str
    come: str
    former: str
    lost: str
    path: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the page would say where it comes."""
        return f"was {self.former}" if "fields" in self.path else f"was: {self.former}"


def unclear(
    before: Blueprint, after: Blueprint, answers: Answers, source: tuple[str, Mapping[str, str]]
) -> Iterator[Reason]:
    """What may be a rename or a loss, and nobody said which.

    Args:
        before: What stands.
        after: What is asked for.
        answers: What was said to be meant.
        source: The text of the page, and that of each of its parts.
    """
    found = [each for each in likenesses(before, after) if each.lost not in answers.drop]
    for gone in dict.fromkeys(each.gone for each in found):
        alike = [each for each in found if each.gone == gone]
        first, come = alike[0], " or ".join(f"`{each.come}`" for each in alike)
        yield Reason(
            f"`{gone}` goes, and {come} comes, which could hold the same.",
            at=locate(*source, first.path),
            why="a rename keeps what rows hold, and a drop loses it",
            help=f"write `{first.words}` there, or if it is lost: --drop {first.lost}",
        )


def likenesses(before: Blueprint, after: Blueprint) -> tuple[Likeness, ...]:
    """Every resource, field and list of rows that goes while something like it comes."""
    pairs = tuple(same_resources(before, after))
    return (
        *_resources(before, after, pairs),
        *(found for pair in pairs for found in _parts(*pair, after)),
    )


def _resources(
    before: Blueprint, after: Blueprint, pairs: tuple[tuple[Resource, Resource], ...]
) -> Iterator[Likeness]:
    stayed, kept = {was.name for was, _ in pairs}, {now.name for _, now in pairs}
    for was in (each for each in before.resources if each.name not in stayed):
        for now in (each for each in after.resources if each.name not in kept):
            if _is_like(was, now):
                path = ("resources", now.name)
                yield Likeness(was.name, now.name, was.name, was.nouns, path)


def _is_like(was: Resource, now: Resource) -> bool:
    """Whether at least half of the fields of either are fields of the other."""
    old, new = ({(each.name, family(each)) for each in one.fields} for one in (was, now))
    both = len(old & new)
    return not was.is_account and both > 0 and 2 * both >= max(len(old), len(new))


def _parts(was: Resource, now: Resource, after: Blueprint) -> Iterator[Likeness]:
    fields, links = same_fields(was, now, after), same_links(was, now, after)
    for old, new in _others(was.fields, now.fields, fields):
        if family(old) == family(new) and old.target == new.target:
            yield _likeness(was, now, old, new, f"{now.nouns}.{old.column}")
    for old_link, new_link in _others(was.links, now.links, links):
        if old_link.target == new_link.target:
            yield _likeness(was, now, old_link, new_link, old_link.table(was))


def _others(
    old: tuple[Named, ...], new: tuple[Named, ...], pairs: list[tuple[Named, Named]]
) -> Iterator[tuple[Named, Named]]:
    """Each part that does not stay, with each that did not stand."""
    stayed, kept = {was.name for was, _ in pairs}, {now.name for _, now in pairs}
    for was in (part for part in old if part.name not in stayed):
        yield from ((was, now) for now in new if now.name not in kept)


def _likeness(
    was: Resource, now: Resource, old: Field | Link, new: Field | Link, lost: str
) -> Likeness:
    path = ("resources", now.name, "fields", new.name)
    return Likeness(f"{was.name}.{old.name}", f"{now.name}.{new.name}", old.name, lost, path)
