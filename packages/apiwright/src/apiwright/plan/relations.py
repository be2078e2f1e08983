"""What clients lose of lists of rows and of includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Link, Resource


def broken_relations(was: Resource, now: Resource) -> Iterator[str]:
    """One sentence for each thing that a client may count on and loses."""
    yield from _links(was, now)
    for name in was.include:
        if name not in now.include:
            yield f"`{was.name}` no longer includes `{name}`."


def _links(was: Resource, now: Resource) -> Iterator[str]:
    old, new = ({link.member: link for link in each.links} for each in (was, now))
    for member, link in old.items():
        if member not in new:
            yield f"`{was.name}.{member}` is gone: bodies must not have it, answers do not."
        else:
            yield from (f"`{was.name}.{member}` {said}." for said in _changes(link, new[member]))
    for member, link in new.items():
        if link.minimum and not (member in old and old[member].minimum):
            yield f"`{was.name}.{member}` is needed in new rows."


def _changes(was: Link, now: Link) -> Iterator[str]:
    if was.target != now.target:
        yield f"is of `{now.target}` now; it was of `{was.target}`"
    if now.read_only and not was.read_only:
        yield "can no longer be set"
    if now.minimum > max(was.minimum, 1):
        yield f"has {now.minimum} or more"
    if now.maximum < was.maximum:
        yield f"has {now.maximum} at most"
