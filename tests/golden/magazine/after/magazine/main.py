"""The app: `uvicorn magazine.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from magazine.articles.routes import router as articles_router
from magazine.sections.routes import router as sections_router
from magazine.settings import Settings
from magazine.users.models import User
from magazine.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Magazine",
    description="Articles are written, reviewed and published.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "sections": "A part of the magazine.",
        "articles": "Something to read.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        sections_router,
        articles_router,
    ],
)
