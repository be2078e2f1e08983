"""The app: `uvicorn bookshop.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from bookshop.authors.routes import router as authors_router
from bookshop.books.routes import router as books_router
from bookshop.publishers.routes import router as publishers_router
from bookshop.reviews.routes import router as reviews_router
from bookshop.settings import Settings
from bookshop.users.models import User
from bookshop.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Bookshop",
    description="Sells books online; readers review what they have read.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "publishers": "A house that publishes books.",
        "authors": "A person who writes books.",
        "books": "A book, in one of its formats.",
        "reviews": "What a reader thinks of a book.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        publishers_router,
        authors_router,
        books_router,
        reviews_router,
    ],
)
