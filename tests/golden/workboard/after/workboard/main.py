"""The app: `uvicorn workboard.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from workboard.categories.routes import router as categories_router
from workboard.folders.routes import router as folders_router
from workboard.issues.routes import router as issues_router
from workboard.projects.routes import router as projects_router
from workboard.settings import Settings
from workboard.users.models import User
from workboard.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Workboard",
    description="Keeps projects and what is to be done in them.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "projects": "What people work on.",
        "issues": "What is to be done.",
        "categories": "What issues are sorted into.",
        "folders": "Where files are.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        projects_router,
        issues_router,
        categories_router,
        folders_router,
    ],
)
