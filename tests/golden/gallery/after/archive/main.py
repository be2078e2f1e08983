"""The app: `uvicorn archive.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from archive.collections.routes import router as collections_router
from archive.papers.routes import router as papers_router
from archive.settings import Settings
from archive.users.models import User
from archive.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Archive",
    description="Keeps what a town wants to remember.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "collections": "What belongs together.",
        "papers": "What somebody gave to the archive.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        collections_router,
        papers_router,
    ],
)
