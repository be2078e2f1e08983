"""The app: `uvicorn lending_library.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from lending_library.books.routes import router as books_router
from lending_library.loans.routes import router as loans_router
from lending_library.opening_hours.routes import router as opening_hours_router
from lending_library.settings import Settings
from lending_library.stats.routes import router as stats_router
from lending_library.users.models import User
from lending_library.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Lending Library",
    description="Lends books to people.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        books_router,
        loans_router,
        stats_router,
        opening_hours_router,
    ],
)
