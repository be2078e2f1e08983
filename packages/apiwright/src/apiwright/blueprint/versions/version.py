"""Older versions as values: what clients of then still get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.terms import NO_TERMS, Terms

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class OlderShape:
    """How an older version has a resource.

    Attributes:
        was: Fields that had another name: that of today, and that of then.
        without: Fields that it does not have.
        is_absent: Whether it does not have the resource at all.
    """

    resource: str
    was: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class OlderVersion:
    """A version that is still served beside that of the page.

    Attributes:
        name: `v1`, the first part of its paths.
        deprecated: The day from which nobody should begin to use it.
        sunset: The day from which it may be gone.
        shapes: The resources that it has otherwise, or not at all.
    """

    name: str
    deprecated: date | None = None
    sunset: date | None = None
    shapes: tuple[OlderShape, ...] = ()

    @property
    def terms(self) -> Terms:
        """When it ends."""
        return Terms(deprecated=self.deprecated, sunset=self.sunset)

    def shape(self, resource: str) -> OlderShape:
        """How it has a resource."""
        found = (each for each in self.shapes if each.resource == resource)
        return next(found, OlderShape(resource))


def sooner(one: Terms, other: Terms) -> Terms:
    """The terms of what is served on both: `one`, with the earlier ends."""
    if other == NO_TERMS:
        return one
    ends = {
        word: min((day for day in (getattr(one, word), getattr(other, word)) if day), default=None)
        for word in ("deprecated", "sunset")
    }
    return Terms(one.cache_s, one.limit, **ends)
