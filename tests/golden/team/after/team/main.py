"""The app: `uvicorn team.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from team.comments.routes import router as comments_router
from team.issues.routes import router as issues_router
from team.memberships.routes import router as memberships_router
from team.projects.routes import router as projects_router
from team.settings import Settings
from team.users.models import User
from team.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Team",
    description="Keeps the issues of teams.",
    version="0.1.0",
    tags={
        "users": "Somebody who works on projects.",
        "projects": "What a team works on.",
        "memberships": "Who works on a project, and as what.",
        "issues": "Something to do.",
        "comments": "What somebody says about an issue.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        projects_router,
        memberships_router,
        issues_router,
        comments_router,
    ],
)
