"""The app: `uvicorn helpdesk.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from helpdesk.notes.routes import router as notes_router
from helpdesk.settings import Settings
from helpdesk.tickets.routes import router as tickets_router
from helpdesk.users.models import User
from helpdesk.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Helpdesk",
    description="Answers what customers ask.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "tickets": "What a customer asks.",
        "notes": "What agents know, and those who were let know it.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        tickets_router,
        notes_router,
    ],
)
