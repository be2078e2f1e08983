"""An older version that would keep clients of before, as the page would say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apiwright.blueprint.versions.version import OlderShape, OlderVersion
from apiwright.plan.breaking import breaking
from apiwright.plan.staying import same_fields, same_resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page could say so that clients of before lose less.

    Attributes:
        page: The lines that it would say it with.
        left: What they would lose even so, one sentence each.
    """

    page: tuple[str, ...]
    left: tuple[str, ...]


def offer(before: Blueprint, after: Blueprint) -> Offer | None:
    """The version of before, kept beside that of after; `None` where it would help nobody."""
    if not before.api or after.api != before.api:
        return None
    shapes = tuple(_shapes(before, after))
    older = OlderVersion(before.api, shapes=shapes)
    named = f"v{int(before.api[1:]) + 1}"
    beside = replace(after, api=named, versions=(older, *after.versions))
    left = breaking(before, beside)
    if not shapes or len(left) >= len(breaking(before, after)):
        return None
    return Offer((f"api: {named}", *_lines(older)), left)


def _shapes(before: Blueprint, after: Blueprint) -> Iterator[OlderShape]:
    for was, now in same_resources(before, after):
        if was.name != now.name or _is_of_today(now):
            continue
        pairs = same_fields(was, now, after)
        renamed = tuple((new.name, old.name) for old, new in pairs if old.name != new.name)
        if renamed:
            yield OlderShape(now.name, was=renamed)


def _is_of_today(resource: Resource) -> bool:
    """Whether it has what knows the names of today alone."""
    return bool(resource.bulk or resource.has_history or resource.singleton or resource.soft_delete)


def _lines(older: OlderVersion) -> Iterator[str]:
    yield from ("versions:", f"  {older.name}:", "    resources:")
    for shape in older.shapes:
        names = ", ".join(f"{now}: {then}" for now, then in shape.was)
        yield f"      {shape.resource}: {{was: {{{names}}}}}"
