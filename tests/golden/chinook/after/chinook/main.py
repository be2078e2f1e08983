"""The app: `uvicorn chinook.main:app`."""

from pathlib import Path

from keel import create_app
from keel.auth import auth_router

from chinook.albums.routes import router as albums_router
from chinook.artists.routes import router as artists_router
from chinook.customers.routes import router as customers_router
from chinook.employees.routes import router as employees_router
from chinook.genres.routes import router as genres_router
from chinook.invoice_lines.routes import router as invoice_lines_router
from chinook.invoices.routes import router as invoices_router
from chinook.media_types.routes import router as media_types_router
from chinook.playlists.routes import router as playlists_router
from chinook.settings import Settings
from chinook.tracks.routes import router as tracks_router
from chinook.users.models import User
from chinook.users.routes import router as users_router

app = create_app(
    Settings(),
    title="Chinook",
    description=("Sells music by the track; customers see what they bought, agents help them."),
    version="0.1.0",
    tags={
        "users": "Who can sign in.",
        "artists": "Who makes music.",
        "albums": "Tracks that came out together.",
        "genres": "A kind of music.",
        "media_types": "What a track is stored as.",
        "tracks": "A piece of music that can be bought.",
        "playlists": "Tracks that go together, chosen by the shop.",
        "employees": "Who works here, and for whom.",
        "customers": "Who buys music, as they describe themselves.",
        "invoices": "What a customer bought at once.",
        "invoice_lines": "One track on an invoice.",
    },
    user=User,
    mails=Path(__file__).with_name("mail_templates"),
    routers=[
        auth_router,
        users_router,
        artists_router,
        albums_router,
        genres_router,
        media_types_router,
        tracks_router,
        playlists_router,
        employees_router,
        customers_router,
        invoices_router,
        invoice_lines_router,
    ],
)
