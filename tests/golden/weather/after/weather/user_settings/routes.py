"""The endpoints of user settings."""

from fastapi import APIRouter
from keel.auth import allow
from keel.problems import Conflict, answers

from weather.user_settings.policy import POLICY
from weather.user_settings.schemas import SettingsRead, SettingsUpdate
from weather.user_settings.service import UserSettings

router = APIRouter(prefix="/users/me/settings", tags=["user_settings"])


@router.get("", dependencies=[allow(POLICY.read)])
async def read_settings(user_settings: UserSettings) -> SettingsRead:
    """Read your own settings."""
    return await user_settings.read_own()


@router.patch("", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_settings(body: SettingsUpdate, user_settings: UserSettings) -> SettingsRead:
    """Change your own settings; what the body leaves out stays."""
    return await user_settings.update_own(body)
