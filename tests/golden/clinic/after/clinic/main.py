"""The app: `uvicorn clinic.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from clinic.appointments.routes import router as appointments_router
from clinic.doctors.routes import router as doctors_router
from clinic.patients.routes import router as patients_router
from clinic.settings import Settings
from clinic.users.models import User
from clinic.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Clinic",
    description="Patients book appointments with doctors.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "doctors": "Somebody who treats patients.",
        "patients": ("Somebody who is treated; one account may book for a whole family."),
        "appointments": "A time with a doctor.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        doctors_router,
        patients_router,
        appointments_router,
    ],
)
