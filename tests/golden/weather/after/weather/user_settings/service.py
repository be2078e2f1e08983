"""The rules of user settings."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SingletonService

from weather.stations.repository import StationRepository
from weather.user_settings.models import Settings
from weather.user_settings.repository import SettingsRepository
from weather.user_settings.schemas import SettingsRead, SettingsUpdate


class SettingsService(SingletonService[Settings, SettingsUpdate, SettingsRead]):
    """What can happen to settings; override a method to add a rule."""


async def get_user_settings(session: Session, caller: CurrentCaller) -> SettingsService:
    """The service of user settings for this request and its caller."""
    return SettingsService(
        SettingsRepository(session, caller),
        home_id=StationRepository(session, caller),
    )


UserSettings = Annotated[SettingsService, Depends(get_user_settings)]
