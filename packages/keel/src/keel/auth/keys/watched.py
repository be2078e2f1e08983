"""Keys that follow their file: rotated without a restart, and taken away within a second."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from keel.auth.keys.file import read_keys
from keel.auth.keys.ring import KeyRing
from keel.auth.keys.settings import keys_of
from keel.auth.keys.signing_key import BadKeyError

if TYPE_CHECKING:
    from keel.settings import Settings

LOOK_EVERY_S = 0.5

_log = logging.getLogger(__name__)


class WatchedKeys:
    """The keys of the settings, as they are now.

    Args:
        settings: What names them.
        when_changed: Called once others are to be gone by.

    Raises:
        SettingsError: The settings name no good keys.
    """

    def __init__(self, settings: "Settings", when_changed: Callable[[], None]) -> None:
        self._path = settings.signing_keys_file
        self._when_changed = when_changed
        self._stamp = _stamp(self._path)
        self._looked_at = time.monotonic()
        self._ring = keys_of(settings)

    def ring(self) -> KeyRing:
        """The keys to go by; looks at the file every half second, and only while it is asked."""
        if self._path and time.monotonic() - self._looked_at >= LOOK_EVERY_S:
            self._look(self._path)
        return self._ring

    def _look(self, path: Path) -> None:
        self._looked_at = time.monotonic()
        stamp = _stamp(path)
        if stamp == self._stamp:
            return
        try:
            self._ring = read_keys(path)
        except BadKeyError as error:
            _log.error("The signing keys stay as they were: %s", error)
            return
        self._stamp = stamp
        self._when_changed()


def _stamp(path: Path | None) -> tuple[int, ...]:
    """What changes when a file is written or replaced."""
    try:
        found = path.stat() if path else None
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else ()
