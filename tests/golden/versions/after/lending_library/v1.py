"""What clients of v1 get: the endpoints of today, in the shapes of then."""

from datetime import date

from keel.versions import OlderVersion

from lending_library.books.v1 import SHAPE as BOOKS
from lending_library.loans.v1 import SHAPE as LOANS
from lending_library.shelves.routes import router as shelves_router

V1 = OlderVersion(
    "v1",
    deprecated=date(2026, 12, 31),
    sunset=date(2027, 6, 30),
    shapes=[BOOKS, LOANS],
    without=[shelves_router],
)
