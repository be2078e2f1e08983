"""Rows for the Chinook example in the numbers of its model, made up, and the same each time."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

Row: TypeAlias = dict[str, Any]

CUSTOMERS = 59
TRACKS = 3_503
PLAYLIST_SIZES = (3000, 3000, 1500, 600, 300, 150, 80, 40, 20, 10, 5, 4, 3, 2, 1, 0, 0, 0)
REPORTS_TO = (None, 0, 1, 1, 1, 0, 5, 5)

_START = datetime(2021, 1, 1, tzinfo=UTC)
_KINDS = (
    "artists",
    "albums",
    "genres",
    "media_types",
    "tracks",
    "playlists",
    "employees",
    "customers",
    "invoices",
    "invoice_lines",
)
_WORDS = ("Amber", "blue", "Émile", "Zebra", "ärger", "north", "Ōsaka", "Quiet", "river", "🎺")


def row_id(kind: str, number: int) -> UUID:
    """The id of a row; ids of a kind are in the order of their numbers."""
    return UUID(int=_KINDS.index(kind) << 96 | 0x7 << 76 | 0b10 << 62 | number)


def tables(owners: Sequence[UUID]) -> dict[str, list[Row]]:
    """The rows of every table, in an order in which they can be inserted.

    Args:
        owners: The account of each customer.
    """
    return {
        "artists": _rows("artists", 275, lambda n: {"name": _name(n)}),
        "albums": _rows("albums", 347, _album),
        "genres": _rows("genres", 25, lambda n: {"name": f"Genre {n}"}),
        "media_types": _rows("media_types", 5, lambda n: {"name": f"Format {n}"}),
        "tracks": _rows("tracks", TRACKS, _track),
        "playlists": _rows("playlists", len(PLAYLIST_SIZES), lambda n: {"name": _name(n)}),
        "playlist_tracks": [pair for n in range(len(PLAYLIST_SIZES)) for pair in _entries(n)],
        "employees": _rows("employees", len(REPORTS_TO), _employee),
        "customers": _rows("customers", CUSTOMERS, lambda n: _customer(n, owners)),
        "invoices": _rows("invoices", 412, lambda n: _invoice(n, owners)),
        "invoice_lines": _rows("invoice_lines", 2_240, lambda n: _line(n, owners)),
    }


def _rows(kind: str, count: int, values: Callable[[int], Row]) -> list[Row]:
    made = [_START + timedelta(minutes=n) for n in range(count)]
    return [
        {"id": row_id(kind, n), "created_at": made[n], "updated_at": made[n]} | values(n)
        for n in range(count)
    ]


def _name(n: int) -> str:
    return f"{_WORDS[n % 10]} {_WORDS[n // 10 % 10]} {n}"


def _album(n: int) -> Row:
    return {"title": _name(n * 7), "artist_id": row_id("artists", n * 4 % 275)}


def _track(n: int) -> Row:
    is_video = n % 16 == 0
    return {
        "name": _name(n * 13),
        "composer": None if n % 4 == 0 else _name(n % 90),
        "album_id": row_id("albums", n % 347),
        "genre_id": None if n % 50 == 0 else row_id("genres", n % 25),
        "media_type_id": row_id("media_types", 4 if is_video else n % 4),
        "length_ms": 1_000 * (60 + n * n % 400),
        "size_bytes": 1_000_000 + n,
        "price": Decimal("1.99") if is_video else Decimal("0.99"),
    }


def _entries(playlist: int) -> list[Row]:
    tracks = [(playlist * 97 + 2 * place) % TRACKS for place in range(PLAYLIST_SIZES[playlist])]
    near = row_id("playlists", playlist)
    return [{"playlist_id": near, "track_id": row_id("tracks", track)} for track in tracks]


def _employee(n: int) -> Row:
    above = REPORTS_TO[n]
    return {
        "first_name": _WORDS[n],
        "last_name": f"Employee {n}",
        "title": "Agent" if n in {2, 3, 4} else "Manager",
        "email": f"employee{n}@example.com",
        "hired": date(2015 + n, 3, 1),
        "reports_to_id": None if above is None else row_id("employees", above),
    }


def _customer(n: int, owners: Sequence[UUID]) -> Row:
    return {
        "first_name": _WORDS[n % 10],
        "last_name": f"Customer {n}",
        "email": f"customer{n}@example.com",
        "country": f"Country {n % 24}",
        "support_rep_id": row_id("employees", 2 + n % 3),
        "owner_id": owners[n],
    }


def _invoice(n: int, owners: Sequence[UUID]) -> Row:
    return {
        "customer_id": row_id("customers", n % CUSTOMERS),
        "invoiced": _START + timedelta(days=n * 4),
        "billing_country": f"Country {n % CUSTOMERS % 24}",
        "owner_id": owners[n % CUSTOMERS],
    }


def _line(n: int, owners: Sequence[UUID]) -> Row:
    invoice, track = n % 412, n * 5 % TRACKS
    return {
        "invoice_id": row_id("invoices", invoice),
        "track_id": row_id("tracks", track),
        "price": _track(track)["price"],
        "quantity": 1 + n % 3,
        "owner_id": owners[invoice % CUSTOMERS],
    }
