"""The app: `uvicorn desk.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from desk.companies.routes import router as companies_router
from desk.labels.routes import router as labels_router
from desk.plans.routes import router as plans_router
from desk.replies.routes import router as replies_router
from desk.settings import Settings
from desk.tickets.routes import router as tickets_router
from desk.users.models import User
from desk.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Desk",
    description="Keeps what customers of many companies ask for.",
    version="0.1.0",
    tags={
        "users": "Somebody who works for a company.",
        "companies": "Who pays for a desk.",
        "plans": "What a company can buy.",
        "labels": "What a ticket is about, in a word.",
        "tickets": "Something that a customer asks for.",
        "replies": "What somebody says to a ticket.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    methods=["password", "api_key"],
    routers=[
        auth_router,
        users_router,
        companies_router,
        plans_router,
        labels_router,
        tickets_router,
        replies_router,
    ],
)
