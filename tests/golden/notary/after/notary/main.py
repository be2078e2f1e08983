"""The app: `uvicorn notary.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from notary.annexes.routes import router as annexes_router
from notary.contracts.routes import router as contracts_router
from notary.parties.routes import router as parties_router
from notary.settings import Settings
from notary.users.models import User
from notary.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Notary",
    description="Keeps contracts, and who changed what in them.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "contracts": "What some people agreed on.",
        "parties": "Somebody who is part of a contract.",
        "annexes": "A page that belongs to a contract.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        contracts_router,
        parties_router,
        annexes_router,
    ],
)
