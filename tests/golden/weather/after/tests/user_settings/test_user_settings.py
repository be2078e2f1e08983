"""User settings do what their policy and their schemas say."""

from keel.testing import SingletonTests

from weather.user_settings.repository import SettingsRepository
from weather.user_settings.routes import router


class TestUserSettings(SingletonTests):
    """Both endpoints: who may call them, what they take, what they cost."""

    endpoints = router
    repository = SettingsRepository
