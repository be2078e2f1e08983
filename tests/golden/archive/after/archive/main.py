"""The app: `uvicorn archive.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from archive.folders.routes import router as folders_router
from archive.labels.routes import router as labels_router
from archive.loans.routes import router as loans_router
from archive.papers.routes import router as papers_router
from archive.remarks.routes import router as remarks_router
from archive.settings import Settings
from archive.users.models import User
from archive.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Archive",
    description="Keeps papers, and those that were thrown away.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "folders": "Where papers lie, and other folders.",
        "papers": "What somebody wrote.",
        "loans": "Who has a paper at home.",
        "labels": "A word that papers are found by.",
        "remarks": "What a reader says about a paper, which stays for good.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        folders_router,
        papers_router,
        loans_router,
        labels_router,
        remarks_router,
    ],
)
