"""The endpoints of user preferences."""

from fastapi import APIRouter
from keel.auth import allow

from tracker.user_preferences.policy import POLICY
from tracker.user_preferences.schemas import PreferencesRead, PreferencesUpdate
from tracker.user_preferences.service import UserPreferences

router = APIRouter(prefix="/users/me/preferences", tags=["user_preferences"])


@router.get("", dependencies=[allow(POLICY.read)])
async def read_preferences(user_preferences: UserPreferences) -> PreferencesRead:
    """Read your own preferences."""
    return await user_preferences.read_own()


@router.patch("", dependencies=[allow(POLICY.update)])
async def update_preferences(
    body: PreferencesUpdate, user_preferences: UserPreferences
) -> PreferencesRead:
    """Change your own preferences; what the body leaves out stays."""
    return await user_preferences.update_own(body)
