"""The app: `uvicorn exemplar.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from exemplar.comments.routes import router as comments_router
from exemplar.notes.routes import router as notes_router
from exemplar.settings import Settings
from exemplar.stats.routes import router as stats_router
from exemplar.topics.routes import router as topics_router
from exemplar.user_preferences.routes import router as user_preferences_router
from exemplar.users.models import User
from exemplar.users.routes import router as users_router

app = create_app(
    Settings(),
    # grow: about
    title="Exemplar",
    description="Keeps notes on topics.",
    version="0.1.0",
    # end
    # grow: tags
    tags={
        "users": "Who can sign in.",
        "topics": "What notes are about.",
        "notes": "What a person wrote down about a topic.",
        "comments": "What somebody says about a note.",
        "user_preferences": "What a person prefers.",
    },
    # end
    # grow: user
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    # end
    # grow: methods
    methods=["password", "second_factor", "api_key", "client_credentials"],
    # end
    routers=[
        # grow: routers
        auth_router,
        user_preferences_router,
        users_router,
        topics_router,
        notes_router,
        comments_router,
        stats_router,
        # end
    ],
)
