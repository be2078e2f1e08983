"""The app: `uvicorn clinic.main:app`."""

from keel import create_app
from keel.auth import auth_router

from clinic.settings import Settings
from clinic.surgeries.routes import router as surgeries_router
from clinic.users.models import User
from clinic.users.routes import router as users_router
from clinic.visits.routes import router as visits_router

app = create_app(
    Settings(),
    title="Clinic",
    description="Sees patients in surgeries around the world.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "surgeries": "A room where patients are seen.",
        "visits": "A patient seen in a surgery.",
    },
    user=User,
    routers=[
        auth_router,
        users_router,
        surgeries_router,
        visits_router,
    ],
)
