"""What breaks clients when fewer of them may read or write a field, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.callers import callers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Blueprint, Resource


def guarding(was: Resource, now: Resource, before: Blueprint, after: Blueprint) -> Iterator[str]:
    """A sentence for each field that some callers had, or could set, and no longer may."""
    kept = {field.column: field for field in now.fields}
    for old in was.fields:
        new = kept.get(old.column)
        if new is None:
            continue
        name = f"`{was.name}.{old.column}`"
        if not (old.write_only or new.write_only) and _narrows(old.read, new.read, before, after):
            yield f"{name} is in answers for `{new.read}` alone."
        if not (old.read_only or new.read_only) and _narrows(old.write, new.write, before, after):
            yield f"{name} can be set by `{new.write}` alone."


def _narrows(was: Rule | None, now: Rule | None, before: Blueprint, after: Blueprint) -> bool:
    if now is None or was is None:
        return now is not None
    return bool(callers(str(was), before) - callers(str(now), after))
