"""Headers that tell callers when something comes to an end.

Source: RFC 9745 (`Deprecation`), RFC 8594 (`Sunset`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import Any

from fastapi import Depends
from starlette.types import Scope

from keel.edge.headers import Headers


@dataclass(frozen=True, slots=True)
class Retirement:
    """When something comes to an end; a day begins in UTC.

    As a dependency it marks a route or a router: the edge tells it with every answer.

    Attributes:
        deprecated: From when nobody should begin to use it; it may lie ahead.
        sunset: From when it may be gone; not before `deprecated`.
    """

    deprecated: date | None = None
    sunset: date | None = None

    async def __call__(self) -> None:
        """Nothing to check."""

    @property
    def headers(self) -> Headers:
        """What answers say of it."""
        headers: Headers = []
        if self.deprecated:
            second = int(_midnight(self.deprecated).timestamp())
            headers.append((b"deprecation", f"@{second}".encode()))
        if self.sunset:
            day = format_datetime(_midnight(self.sunset), usegmt=True)
            headers.append((b"sunset", day.encode()))
        return headers

    def sooner(self, other: "Retirement") -> "Retirement":
        """The earlier days of both."""
        return Retirement(
            _earlier(self.deprecated, other.deprecated), _earlier(self.sunset, other.sunset)
        )


STAYS = Retirement()
"""No end in sight."""


class Retirements:
    """Which days an answer tells: those of the version and of the route that was asked for.

    Args:
        versions: When versions end, by the first part of their paths.
    """

    def __init__(self, versions: Mapping[str, Retirement]) -> None:
        self._versions = versions

    def headers(self, request: Scope) -> Headers:
        """The headers of the answer to a request that went as far as it does."""
        end = _of_route(request.get("route"))
        if self._versions:
            path: str = request["path"].removeprefix(request.get("root_path", ""))
            version = path.removeprefix("/").partition("/")[0]
            end = end.sooner(self._versions.get(version, STAYS))
        return end.headers


def retires(*, deprecated: date | None = None, sunset: date | None = None) -> Any:
    """A dependency of a route or a router, whose answers then have `Deprecation` and `Sunset`.

    Args:
        deprecated: From when nobody should begin to use it; it may lie ahead.
        sunset: From when it may be gone; not before `deprecated`.
    """
    return Depends(Retirement(deprecated, sunset))


def _of_route(route: object) -> Retirement:
    """What a route says itself, before what its router says."""
    found = STAYS
    for each in getattr(route, "dependencies", ()):
        if isinstance(each.dependency, Retirement):
            found = each.dependency
    return found


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
