"""Django Ninja on Django's ORM, served by gunicorn; owners are loaded with `select_related`.

Source: https://django-ninja.dev.
"""

import os
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import django
import jwt
from django.conf import settings

address = urlsplit(os.environ["DATABASE_URL"])
settings.configure(
    SECRET_KEY=os.environ["SECRET_KEY"],
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    INSTALLED_APPS=[],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": address.path[1:],
            "USER": address.username,
            "HOST": address.hostname,
            "PORT": address.port,
            "CONN_MAX_AGE": None,  # one connection for each thread, kept
        }
    },
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.http import HttpRequest  # noqa: E402
from django.shortcuts import get_object_or_404  # noqa: E402
from django.urls import path  # noqa: E402
from ninja import Field, NinjaAPI, Schema  # noqa: E402
from ninja.security import HttpBearer  # noqa: E402


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class User(models.Model):
    """An account."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    email = models.CharField(max_length=254)
    role = models.CharField(max_length=50)
    is_active = models.BooleanField(default=True)
    full_name = models.CharField(max_length=255, null=True)  # noqa: DJ001 - as the table is
    created_at = models.DateTimeField(default=now)
    updated_at = models.DateTimeField(default=now)

    class Meta:
        """Whose table it is."""

        app_label, db_table, managed = "market", "users", False


class Thing(models.Model):
    """What items and offers have in common."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    state = models.CharField(max_length=6, default="open")
    note = models.CharField(max_length=255, null=True)  # noqa: DJ001 - as the table is
    owner = models.ForeignKey(User, models.CASCADE)
    created_at = models.DateTimeField(default=now)
    updated_at = models.DateTimeField(default=now)

    class Meta:
        """No table of its own."""

        abstract = True


class Item(Thing):
    """Something that a person keeps."""

    class Meta:
        """Whose table it is."""

        app_label, db_table, managed = "market", "items", False


class Offer(Thing):
    """Something that a person offers."""

    lot = models.IntegerField()

    class Meta:
        """Whose table it is."""

        app_label, db_table, managed = "market", "offers", False


State = Literal["open", "closed"]


class NewItem(Schema):
    """The body of a new item."""

    title: str = Field(min_length=1, max_length=200)
    price: Decimal = Field(max_digits=10, decimal_places=2, ge=0)
    state: State = "open"
    note: str | None = Field(default=None, max_length=255)


class ItemOut(Schema):
    """An item as its owner sees it."""

    id: UUID
    title: str
    price: Decimal
    state: State
    note: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class UserOut(Schema):
    """An account as others see it."""

    id: UUID
    email: str
    role: str
    is_active: bool
    full_name: str | None
    created_at: datetime
    updated_at: datetime


class OfferOut(ItemOut):
    """An offer with its owner."""

    lot: int
    owner: UserOut


class Items(Schema):
    """A page of items."""

    items: list[ItemOut]
    total: int
    limit: int
    offset: int


class Offers(Schema):
    """A page of offers."""

    items: list[OfferOut]
    total: int
    limit: int
    offset: int


class Bearer(HttpBearer):
    """Who calls, as the account is in the database now."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:  # noqa: ARG002
        """The account of a token."""
        try:
            claims = jwt.decode(token, settings.SECRET_KEY, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return None
        return User.objects.filter(id=claims["sub"], is_active=True).first()


api = NinjaAPI(auth=Bearer())
SORTS = {"created_at": "id", "title": "title", "price": "price"}


@api.get("/health/live", auth=None)
def live(request: HttpRequest) -> dict[str, str]:  # noqa: ARG001
    """A constant answer."""
    return {"status": "ok"}


@api.get("/items", response=Items)
def list_items(
    request: Any,
    state: State | None = None,
    sort: str = "-created_at",
    limit: int = 20,
    offset: int = 0,
) -> dict[str, Any]:
    """A page of the caller's items."""
    chosen = Item.objects.filter(owner=request.auth)
    if state:
        chosen = chosen.filter(state=state)
    way = "-" if sort.startswith("-") else ""
    ordered = chosen.order_by(way + SORTS[sort.removeprefix("-")], way + "id")
    page = ordered[offset : offset + limit]
    return {"items": page, "total": chosen.count(), "limit": limit, "offset": offset}


@api.get("/items/{item_id}", response=ItemOut)
def read_item(request: Any, item_id: UUID) -> Item:
    """One of the caller's items."""
    return get_object_or_404(Item, id=item_id, owner=request.auth)


@api.post("/items", response={201: ItemOut})
def create_item(request: Any, body: NewItem) -> tuple[int, Item]:
    """A new item of the caller's."""
    return 201, Item.objects.create(**body.dict(), owner=request.auth)


@api.get("/offers", response=Offers)
def list_offers(
    request: HttpRequest,  # noqa: ARG001
    lot: int,
    limit: int = 20,
    offset: int = 0,
) -> dict[str, Any]:
    """A page of everybody's offers in a lot."""
    chosen = Offer.objects.filter(lot=lot)
    page = chosen.select_related("owner").order_by("-id")[offset : offset + limit]
    return {"items": page, "total": chosen.count(), "limit": limit, "offset": offset}


urlpatterns = [path("", api.urls)]
app = get_wsgi_application()
