"""User preferences do what their policy and their schemas say."""

from keel.testing import SingletonTests

from tracker.user_preferences.repository import PreferencesRepository
from tracker.user_preferences.routes import router


class TestUserPreferences(SingletonTests):
    """Both endpoints: who may call them, what they take, what they cost."""

    endpoints = router
    repository = PreferencesRepository
