"""The app: `uvicorn appointments.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from appointments.appointments.routes import router as appointments_router
from appointments.doctors.routes import router as doctors_router
from appointments.settings import Settings
from appointments.shifts.routes import router as shifts_router
from appointments.users.models import User
from appointments.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Appointments",
    description="Patients book appointments with doctors.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "doctors": "Somebody to see.",
        "appointments": "A time with a doctor.",
        "shifts": "When somebody works; one at a time.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        doctors_router,
        appointments_router,
        shifts_router,
    ],
)
