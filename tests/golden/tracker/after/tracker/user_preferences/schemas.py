"""What callers send and receive about user preferences."""

from keel.data import Input, LanguageCode, Output
from pydantic import MISSING

from tracker.user_preferences.models import PreferencesDigest


class PreferencesUpdate(Input):
    """What to change of your own preferences; what is absent stays."""

    language: LanguageCode | MISSING = MISSING
    digest: PreferencesDigest | MISSING = MISSING


class PreferencesRead(Output):
    """What your own preferences are."""

    language: str
    digest: PreferencesDigest
