"""The rules of user preferences."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SingletonService

from tracker.user_preferences.models import Preferences
from tracker.user_preferences.repository import PreferencesRepository
from tracker.user_preferences.schemas import PreferencesRead, PreferencesUpdate


class PreferencesService(SingletonService[Preferences, PreferencesUpdate, PreferencesRead]):
    """What can happen to preferences; override a method to add a rule."""


async def get_user_preferences(session: Session, caller: CurrentCaller) -> PreferencesService:
    """The service of user preferences for this request and its caller."""
    return PreferencesService(PreferencesRepository(session, caller))


UserPreferences = Annotated[PreferencesService, Depends(get_user_preferences)]
