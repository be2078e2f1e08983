"""The app: `uvicorn lending_library.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from lending_library.books.routes import router as books_router
from lending_library.loans.routes import router as loans_router
from lending_library.settings import Settings
from lending_library.shelves.routes import router as shelves_router
from lending_library.users.models import User
from lending_library.users.routes import router as users_router
from lending_library.v1 import V1
from lending_library.writers.routes import router as writers_router

app = create_app(
    Settings(),
    title="Lending Library",
    description="Lends books, to clients old and new.",
    version="0.1.0",
    api="v2",
    older=[V1],
    tags={
        "users": "Who can sign in.",
        "writers": "Who wrote books.",
        "shelves": "Where books stand.",
        "books": "What is lent.",
        "loans": "That somebody has a book at home.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    methods=["password", "second_factor", "api_key", "client_credentials"],
    routers=[
        auth_router,
        users_router,
        writers_router,
        shelves_router,
        books_router,
        loans_router,
    ],
)
