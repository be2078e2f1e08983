"""The app: `uvicorn practice.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from practice.settings import Settings
from practice.surgeries.routes import router as surgeries_router
from practice.users.models import User
from practice.users.routes import router as users_router
from practice.visits.routes import router as visits_router

app = create_app(
    Settings(),
    title="Practice",
    description="Sees patients in surgeries around the world.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "surgeries": "A room where patients are seen.",
        "visits": "A patient seen in a surgery.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        surgeries_router,
        visits_router,
    ],
)
