"""What breaks clients of the API as it was, version by version, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.versions.then import as_of
from apiwright.plan.breaking_operations import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint


def breaking(before: Blueprint, after: Blueprint) -> tuple[str, ...]:
    """One sentence for each thing that a client of `before` may count on and `after` refuses.

    Clients of a version that is still served, now perhaps as an older one, lose what that version
    loses, and nothing that only newer ones do otherwise.
    """
    return tuple(_sentences(before, after))


def _sentences(before: Blueprint, after: Blueprint) -> Iterator[str]:
    served = _served(after)
    for name, was in _served(before).items():
        if now := served.get(name):
            said = broken(was, now)
            yield from said if name == after.api else (f"In `{name}`: {each}" for each in said)
        elif name:
            yield f"`/{name}` is gone, with all below it."
        else:  # the page began to say its version
            first, now = min(served.items(), key=lambda each: int(each[0][1:]))
            yield f"Every path starts with `/{first}` now; none did."
            yield from broken(was, now)


def _served(blueprint: Blueprint) -> dict[str, Blueprint]:
    """What a blueprint says of each version; of that without a name, if it has none."""
    older = {each.name: as_of(blueprint, each) for each in blueprint.versions}
    return {blueprint.api: blueprint, **older}
