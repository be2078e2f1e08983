"""The app: `uvicorn noticeboard.main:app`."""

from keel import create_app

from noticeboard.notices.routes import router as notices_router
from noticeboard.settings import Settings
from noticeboard.topics.routes import router as topics_router

app = create_app(
    Settings(),
    title="Noticeboard",
    description="Notices for everybody to read and to write.",
    version="0.1.0",
    tags={
        "notices": "Something that somebody wants to be known.",
        "topics": "What notices are about.",
    },
    routers=[
        notices_router,
        topics_router,
    ],
)
