"""The app: `uvicorn stockroom.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from stockroom.movements.routes import router as movements_router
from stockroom.products.routes import router as products_router
from stockroom.settings import Settings
from stockroom.stock_takes.routes import router as stock_takes_router
from stockroom.tags.routes import router as tags_router
from stockroom.users.models import User
from stockroom.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Stockroom",
    description="Keeps what is in stock, and tells it to spreadsheets.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "products": "What is sold.",
        "tags": "What products can be found by.",
        "movements": "What came or went.",
        "stock_takes": "That somebody counted.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        products_router,
        tags_router,
        movements_router,
        stock_takes_router,
    ],
)
