"""Headers that tell callers when something comes to an end.

Source: RFC 9745 (`Deprecation`), RFC 8594 (`Sunset`).
"""

from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import Any

from fastapi import Depends, Response


def retires(*, deprecated: date | None = None, sunset: date | None = None) -> Any:
    """A dependency that adds `Deprecation` and `Sunset` to answers; a day begins in UTC.

    Args:
        deprecated: From when nobody should begin to use it; it may lie ahead.
        sunset: From when it may be gone; not before `deprecated`.
    """
    headers: dict[str, str] = {}
    if deprecated:
        headers["Deprecation"] = f"@{int(_midnight(deprecated).timestamp())}"
    if sunset:
        headers["Sunset"] = format_datetime(_midnight(sunset), usegmt=True)

    async def tell(response: Response) -> None:
        response.headers.update(headers)

    return Depends(tell)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
