"""The app: `uvicorn tracker.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from tracker.comments.routes import router as comments_router
from tracker.issues.routes import router as issues_router
from tracker.labels.routes import router as labels_router
from tracker.memberships.routes import router as memberships_router
from tracker.projects.routes import router as projects_router
from tracker.settings import Settings
from tracker.user_preferences.routes import router as user_preferences_router
from tracker.users.models import User
from tracker.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Tracker",
    description=(
        "Teams keep their projects, what is to be done in them, and what is said about it."
    ),
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "user_preferences": "How somebody wants to be told what happens.",
        "projects": "What a team works on.",
        "memberships": "That a person works on a project, and as what.",
        "labels": "A word that sorts issues.",
        "issues": "Something to be done.",
        "comments": "What somebody said about an issue.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        user_preferences_router,
        users_router,
        projects_router,
        memberships_router,
        labels_router,
        issues_router,
        comments_router,
    ],
)
