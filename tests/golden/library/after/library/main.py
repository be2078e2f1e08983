"""The app: `uvicorn library.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from library.authors.routes import router as authors_router
from library.books.routes import router as books_router
from library.loans.routes import router as loans_router
from library.reviews.routes import router as reviews_router
from library.rooms.routes import router as rooms_router
from library.settings import Settings
from library.tags.routes import router as tags_router
from library.users.models import User
from library.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Library",
    description="Keeps books, their authors and what readers say.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "authors": "Who wrote books.",
        "tags": "What books can be found by.",
        "books": "What can be borrowed.",
        "reviews": "What a reader says about a book.",
        "loans": "That a book is out, and until when.",
        "rooms": "Where a book is read.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        authors_router,
        tags_router,
        books_router,
        reviews_router,
        loans_router,
        rooms_router,
    ],
)
