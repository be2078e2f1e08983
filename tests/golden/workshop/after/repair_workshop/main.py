"""The app: `uvicorn repair_workshop.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from repair_workshop.api_usages.routes import router as api_usages_router
from repair_workshop.order_lines.routes import router as order_lines_router
from repair_workshop.series_list.routes import router as series_list_router
from repair_workshop.settings import Settings
from repair_workshop.teams.routes import router as teams_router
from repair_workshop.users.models import User
from repair_workshop.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Repair Workshop",
    description=(
        'Orders, parts & people of a "repair" workshop. It is rather '
        "long, so that what is written about it has to be wrapped "
        "somewhere, and it holds a backslash \\ and a dash – like this."
    ),
    version="2.1.0",
    tags={
        "users": "Who can sign in.",
        "order_lines": "One line of an order",
        "api_usages": "How often an hour's worth of calls came in.",
        "series_list": (
            "A series of parts. Parts of one series fit each other, whoever "
            "made them and whenever they were made; that is the point of it.\n"
            "A second paragraph follows here."
        ),
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        teams_router,
        order_lines_router,
        api_usages_router,
        series_list_router,
    ],
)
