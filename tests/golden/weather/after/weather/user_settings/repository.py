"""User settings in the database."""

from keel.data import Repository

from weather.user_settings.models import Settings
from weather.user_settings.policy import POLICY


class SettingsRepository(Repository[Settings]):
    """User settings that the caller may reach: their own."""

    policy = POLICY
