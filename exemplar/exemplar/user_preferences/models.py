"""The table of user preferences."""

from enum import StrEnum

from keel.data import Singleton, choice
from sqlmodel import Field


# grow: enums
class PreferencesTheme(StrEnum):
    """Values of `Preferences.theme`."""

    LIGHT = "light"
    DARK = "dark"
    # end


class Preferences(Singleton, table=True):
    # grow: about
    """What a person prefers."""

    __tablename__ = "user_preferences"
    # grow: indexes
    # end

    # grow: columns
    theme: PreferencesTheme = Field(
        default=PreferencesTheme.LIGHT, sa_type=choice(PreferencesTheme)
    )
    topic_count: int = 20
    # end
