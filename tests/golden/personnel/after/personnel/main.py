"""The app: `uvicorn personnel.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from personnel.employees.routes import router as employees_router
from personnel.seats.routes import router as seats_router
from personnel.settings import Settings
from personnel.teams.routes import router as teams_router
from personnel.users.models import User
from personnel.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Personnel",
    description="Keeps who works where, and what they earn.",
    version="0.1.0",
    tags={
        "users": "Somebody who can sign in.",
        "teams": "Who works together.",
        "seats": "Who belongs to a team, and as what.",
        "employees": "Somebody's file; who it is about owns it.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    methods=["password", "second_factor"],
    routers=[
        auth_router,
        users_router,
        teams_router,
        seats_router,
        employees_router,
    ],
)
