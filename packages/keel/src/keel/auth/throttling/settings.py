"""The throttle that the settings ask for."""

from typing import TYPE_CHECKING

from keel.auth.throttling.limits import limits_of
from keel.auth.throttling.memory import MemoryWindows
from keel.auth.throttling.throttle import Throttle, Windows
from keel.settings import SettingsError

if TYPE_CHECKING:
    from keel.settings import Settings


def throttle_of(settings: "Settings") -> Throttle:
    """Counts in this process, or in Redis where its address is set.

    Raises:
        SettingsError: The library for Redis is not installed.
    """
    return Throttle(_windows(settings.redis_url), limits_of(settings))


def _windows(url: str) -> Windows:
    if not url:
        return MemoryWindows()
    try:
        from keel.auth.throttling.redis import RedisWindows  # noqa: PLC0415 - an extra
    except ImportError as error:
        said = "What speaks to Redis is not installed. Add the extra: apiwright-keel[redis]"
        raise SettingsError.of({"REDIS_URL": said}) from error
    return RedisWindows(url)
