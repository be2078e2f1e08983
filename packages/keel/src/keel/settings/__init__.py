"""Settings, read once from the environment and `.env`; weak ones do not start."""

from keel.settings.accounts import LONGEST_ACCESS_TOKEN_S
from keel.settings.base import Settings
from keel.settings.files import SettingsWithFiles
from keel.settings.refusal import SettingsError

__all__ = ["LONGEST_ACCESS_TOKEN_S", "Settings", "SettingsError", "SettingsWithFiles"]
