"""The app: `uvicorn almanac.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from almanac.articles.routes import router as articles_router
from almanac.boxes.routes import router as boxes_router
from almanac.remarks.routes import router as remarks_router
from almanac.settings import Settings
from almanac.users.models import User
from almanac.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Almanac",
    description="Keeps what was written, and finds it again.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "boxes": "Where articles are kept, one box within another.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        boxes_router,
        articles_router,
        remarks_router,
    ],
)
