"""On what terms something is served: how long it may be kept, how often asked, until when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apiwright.blueprint.fields import values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_LONGEST_S = 30 * 86_400
_DURATION = re.compile(r"([1-9][0-9]{0,6})([smhd])")
_LIMIT = re.compile(r"([1-9][0-9]{0,6})/(second|minute|hour|day)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a page says of cache, limit and end.

    Attributes:
        cache_s: For how many seconds an answer may be kept.
        limit: Calls of one caller in a time: `60/minute`.
        deprecated: The day from which nobody should begin to use it.
        sunset: The day from which it may be gone.
    """

    cache_s: int | None = None
    limit: str | None = None
    deprecated: date | None = None
    sunset: date | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What it says, as a list of endpoints shows it."""
        said = (
            f"cache {self.cache_s}s" if self.cache_s else "",
            f"limit {self.limit}" if self.limit else "",
            f"deprecated {self.deprecated}" if self.deprecated else "",
            f"sunset {self.sunset}" if self.sunset else "",
        )
        return tuple(filter(None, said))


NO_TERMS = Terms()
"""What is served as it is, with no end in sight."""


def read_terms(data: Mapping[str, Any], path: Path, report: Report) -> Terms:
    """The terms of the resource or the endpoint at a path."""
    deprecated, sunset = (_day(word, data, path, report) for word in ("deprecated", "sunset"))
    if deprecated and sunset and sunset < deprecated:
        what = f"It is gone before it is deprecated, on {deprecated}."
        report.add((*path, "sunset"), what, "Write a later day.")
    return Terms(_seconds(data, path, report), _limit(data, path, report), deprecated, sunset)


def _seconds(data: Mapping[str, Any], path: Path, report: Report) -> int | None:
    if "cache" not in data:
        return None
    said = _DURATION.fullmatch(data["cache"])
    if not said:
        what = f"`{data['cache']}` is no time."
        report.add((*path, "cache"), what, "Write `60s`, `5m`, `2h` or `1d`.")
        return None
    seconds = int(said[1]) * _SECONDS[said[2]]
    if seconds > _LONGEST_S:
        report.add((*path, "cache"), "Nothing is kept for more than `30d`.", "Write less.")
    return seconds


def _limit(data: Mapping[str, Any], path: Path, report: Report) -> str | None:
    said: str | None = data.get("limit")
    if said is not None and not _LIMIT.fullmatch(said):
        what = f"`{said}` is no limit."
        advice = "Write `60/minute`; a time is a `second`, a `minute`, an `hour` or a `day`."
        report.add((*path, "limit"), what, advice)
    return said


def _day(word: str, data: Mapping[str, Any], path: Path, report: Report) -> date | None:
    if word not in data:
        return None
    try:
        return values.day(data[word])
    except ValueError as error:
        report.add((*path, word), f"`{data[word]}` is not {error}.", "Write `2027-06-30`.")
        return None
