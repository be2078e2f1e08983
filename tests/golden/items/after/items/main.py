"""The app: `uvicorn items.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from items.items.routes import router as items_router
from items.settings import Settings
from items.users.models import User
from items.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Items",
    description="People sign up and keep items; admins see and manage everything.",
    version="0.1.0",
    tags={
        "users": "A person with an account.",
        "items": "Something that a person keeps.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        items_router,
    ],
)
