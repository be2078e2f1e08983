"""The app: `uvicorn shop.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from shop.lines.routes import router as lines_router
from shop.orders.routes import router as orders_router
from shop.products.routes import router as products_router
from shop.settings import Settings
from shop.users.models import User
from shop.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Shop",
    description="Sells things from stock.",
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "products": "Something on the shelf.",
        "orders": "What a customer wants; a cart until it is placed.",
        "lines": "How many of a product are in an order.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        products_router,
        orders_router,
        lines_router,
    ],
)
