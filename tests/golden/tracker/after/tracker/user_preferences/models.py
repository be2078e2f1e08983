"""The table of user preferences."""

from enum import StrEnum

from keel.data import Singleton, choice
from sqlmodel import Field


class PreferencesDigest(StrEnum):
    """Values of `Preferences.digest`."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


class Preferences(Singleton, table=True):
    """How somebody wants to be told what happens."""

    __tablename__ = "user_preferences"

    language: str = Field(default="en", max_length=2)
    digest: PreferencesDigest = Field(
        default=PreferencesDigest.DAILY, sa_type=choice(PreferencesDigest)
    )
