"""The app: `uvicorn weather.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from weather.readings.routes import router as readings_router
from weather.settings import Settings
from weather.stations.routes import router as stations_router
from weather.tags.routes import router as tags_router
from weather.user_settings.routes import router as user_settings_router
from weather.users.models import User
from weather.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Weather",
    description="Keeps what stations measure.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "stations": "Where somebody measures.",
        "tags": "What stations can be found by.",
        "user_settings": "How somebody likes to see readings.",
        "readings": "What was measured at one moment.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        user_settings_router,
        users_router,
        stations_router,
        tags_router,
        readings_router,
    ],
)
