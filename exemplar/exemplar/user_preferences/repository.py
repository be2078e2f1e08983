"""User preferences in the database."""

from keel.data import Repository

from exemplar.user_preferences.models import Preferences
from exemplar.user_preferences.policy import POLICY


class PreferencesRepository(Repository[Preferences]):
    """User preferences that the caller may reach: their own."""

    policy = POLICY
