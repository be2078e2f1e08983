"""The app: `uvicorn ledger.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from ledger.lines.routes import router as lines_router
from ledger.projects.routes import router as projects_router
from ledger.settings import Settings
from ledger.tasks.routes import router as tasks_router
from ledger.teams.routes import router as teams_router
from ledger.users.models import User
from ledger.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Ledger",
    description="Projects, what is to be done in them, and what that takes.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "teams": "People who work together.",
        "projects": "What a team works on.",
        "tasks": "Something to be done.",
        "lines": "What was spent.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        teams_router,
        projects_router,
        tasks_router,
        lines_router,
    ],
)
