"""What stays from one blueprint to the next, whatever it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from apiwright.blueprint.fields.types import type_of
from apiwright.plan.table import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Field, Link, Resource

    Named = TypeVar("Named", Field, Link)


def same_resources(before: Blueprint, after: Blueprint) -> Iterator[tuple[Resource, Resource]]:
    """Each resource that stays, as it was and as it is."""
    stood = {resource.name: resource for resource in before.resources}
    named = {resource.name for resource in after.resources}
    for now in after.resources:
        if was := stood.get(now.name):
            yield was, now
        elif now.was in stood and now.was not in named:
            yield stood[now.was], now


def same_fields(was: Resource, now: Resource, after: Blueprint) -> list[tuple[Field, Field]]:
    """Each stored field of a resource that stays and can hold what it held."""
    pairs = _same(was.fields, now.fields, former_names(now, after))
    return [(old, new) for old, new in pairs if old.name == new.name or is_alike(old, new)]


def same_links(was: Resource, now: Resource, after: Blueprint) -> list[tuple[Link, Link]]:
    """Each list of rows of a resource that stays."""
    return _same(was.links, now.links, former_names(now, after))


def is_alike(one: Field, other: Field) -> bool:
    """Whether the database can turn what one holds into what the other does."""
    return family(one) == family(other)


def family(field: Field) -> str:
    """The family of types that its column is of."""
    return Column(field.column, type_of(field).column(field)).family


def former_names(resource: Resource, page: Blueprint) -> dict[str, str]:
    """What its parts were called before, as they say themselves or an older version does."""
    said = {new: old for version in page.versions for new, old in version.shape(resource.name).was}
    parts: tuple[Field | Link, ...] = (*resource.fields, *resource.links)
    return said | {part.name: part.was for part in parts if part.was}


def _same(
    old: Iterable[Named], new: Iterable[Named], former: Mapping[str, str]
) -> list[tuple[Named, Named]]:
    stood, today = ({part.name: part for part in parts} for parts in (old, new))
    then = {name: former.get(name, "") for name in today if name not in stood}
    renamed = {name: was for name, was in then.items() if was in stood and was not in today}
    names = {name: name for name in today if name in stood} | renamed
    return [(stood[names[name]], part) for name, part in today.items() if name in names]
