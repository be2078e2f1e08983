"""The clock, which is in UTC wherever the server stands."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """This day, as it is in UTC."""
    return now().date()
