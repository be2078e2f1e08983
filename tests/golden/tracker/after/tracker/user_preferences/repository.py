"""User preferences in the database."""

from keel.data import Repository

from tracker.user_preferences.models import Preferences
from tracker.user_preferences.policy import POLICY


class PreferencesRepository(Repository[Preferences]):
    """User preferences that the caller may reach: their own."""

    policy = POLICY
