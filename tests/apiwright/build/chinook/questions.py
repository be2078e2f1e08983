"""What people ask a music shop, with the answers worked out in Python beside it.

Runs among the tests of the built project. Each question has its number of statements, one of which
finds the caller.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from fastapi import FastAPI
from keel.testing.callers import Callers
from keel.testing.store import Store
from keel.testing.visitors import Visitor
from sqlalchemy import insert
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.apiwright.build.chinook.shop import (
    CUSTOMERS,
    PLAYLIST_SIZES,
    Row,
    row_id,
    tables,
)


@dataclass(frozen=True)
class Shop:
    """A shop full of rows.

    Attributes:
        rows: The rows of each table.
        customers: The account of each customer.
        agent: Who works there.
    """

    rows: dict[str, list[Row]]
    customers: list[Visitor]
    agent: Visitor
    store: Store

    @contextmanager
    def statements(self, most: int) -> Generator[None]:
        """Fail if what happens meanwhile takes more statements."""
        with self.store.statements() as sent:
            yield
        assert len(sent) <= most, "\n".join(sent)

    def lines(self, invoice: Row) -> list[Row]:
        """The lines of an invoice."""
        return [row for row in self.rows["invoice_lines"] if row["invoice_id"] == invoice["id"]]

    def total(self, invoice: Row) -> str:
        """What an invoice comes to, as answers say it."""
        return str(sum((row["price"] * row["quantity"] for row in self.lines(invoice)), Decimal()))


@pytest.fixture
def shop(app: FastAPI, store: Store, callers: Callers) -> Shop:
    assert app.title == "Chinook"
    customers = [callers.new(f"customer {n}") for n in range(CUSTOMERS)]
    rows = tables([customer.id for customer in customers])

    async def load(session: AsyncSession) -> None:
        connection = await session.connection()
        for name, values in rows.items():
            await connection.execute(insert(SQLModel.metadata.tables[name]), values)

    store.run(load)
    return Shop(rows, customers, callers.of_role("agent"), store)


def test_the_shop_has_the_numbers_of_the_model(shop: Shop) -> None:
    counts = {name: len(rows) for name, rows in shop.rows.items()}
    assert counts["artists"] == 275
    assert counts["albums"] == 347
    assert counts["tracks"] == 3_503
    assert (counts["playlists"], counts["playlist_tracks"]) == (18, 8_715)
    assert (counts["customers"], counts["employees"]) == (59, 8)
    assert (counts["invoices"], counts["invoice_lines"]) == (412, 2_240)


def test_a_customer_sees_their_own_invoices_with_totals(shop: Shop) -> None:
    mine = [row for row in shop.rows["invoices"] if row["customer_id"] == row_id("customers", 7)]
    with shop.statements(3):
        answer = shop.customers[7].get("/invoices", sort="invoiced", limit=100)
    assert [(row["id"], row["total"], row["line_count"]) for row in answer.body["items"]] == [
        (str(row["id"]), shop.total(row), len(shop.lines(row))) for row in mine
    ]


def test_an_agent_sees_the_dearest_invoices_first(shop: Shop) -> None:
    by_total = sorted(
        shop.rows["invoices"], key=lambda row: (Decimal(shop.total(row)), row["id"]), reverse=True
    )
    with shop.statements(3):
        answer = shop.agent.get("/invoices", sort="-total", limit=20)
    assert [(row["id"], row["total"]) for row in answer.body["items"]] == [
        (str(row["id"]), shop.total(row)) for row in by_total[:20]
    ]


def test_an_invoice_comes_with_its_lines_and_its_customer(shop: Shop) -> None:
    invoice = shop.rows["invoices"][66]
    with shop.statements(7):
        answer = shop.customers[7].get(
            f"/invoices/{invoice['id']}", include=["invoice_lines", "customer"]
        )
    amounts = {row["track_id"]: row["amount"] for row in answer.body["invoice_lines"]}
    assert amounts == {
        str(row["track_id"]): str(row["price"] * row["quantity"]) for row in shop.lines(invoice)
    }
    assert answer.body["customer"]["last_name"] == "Customer 7"


def test_an_invoice_of_somebody_else_is_not_found(shop: Shop) -> None:
    invoice = shop.rows["invoices"][66]["id"]
    assert shop.customers[8].get(f"/invoices/{invoice}").status == 404
    assert shop.customers[8].get(f"/invoices/{invoice}/invoice-lines").status == 404


def test_a_customer_comes_with_their_invoices(shop: Shop) -> None:
    invoices = [
        row for row in shop.rows["invoices"] if row["customer_id"] == row_id("customers", 9)
    ]
    with shop.statements(7):
        answer = shop.agent.get(
            f"/customers/{row_id('customers', 9)}", include=["invoices", "support_rep"]
        )
    assert answer.body["invoice_count"] == len(invoices)
    assert [(row["id"], row["total"]) for row in answer.body["invoices"]] == [
        (str(row["id"]), shop.total(row)) for row in reversed(invoices)
    ]
    assert answer.body["support_rep"]["id"] == str(row_id("employees", 2))


def test_an_album_comes_with_its_tracks(shop: Shop) -> None:
    album = shop.rows["albums"][33]
    tracks = [row for row in shop.rows["tracks"] if row["album_id"] == album["id"]]
    with shop.statements(7):
        answer = shop.customers[0].get(f"/albums/{album['id']}", include=["tracks", "artist"])
    assert answer.body["artist"]["id"] == str(album["artist_id"])
    assert answer.body["track_count"] == len(tracks)
    assert answer.body["length_ms"] == sum(row["length_ms"] for row in tracks)
    assert [row["id"] for row in answer.body["tracks"]] == _ids(reversed(tracks))


def test_a_playlist_comes_with_its_tracks(shop: Shop) -> None:
    lengths = {row["id"]: row["length_ms"] for row in shop.rows["tracks"]}
    for playlist, size in zip(shop.rows["playlists"], PLAYLIST_SIZES, strict=True):
        entries = shop.rows["playlist_tracks"]
        tracks = [row["track_id"] for row in entries if row["playlist_id"] == playlist["id"]]
        with shop.statements(6):
            answer = shop.customers[0].get(f"/playlists/{playlist['id']}", include=["tracks"])
        assert answer.body["track_count"] == len(tracks) == size
        assert answer.body["length_ms"] == sum(lengths[track] for track in tracks)
        assert answer.body["track_ids"] == [str(track) for track in sorted(tracks)]
        newest = [str(track) for track in sorted(tracks, reverse=True)][:100]
        assert [row["id"] for row in answer.body["tracks"]] == newest


def test_playlists_are_found_by_a_track(shop: Shop) -> None:
    track = row_id("tracks", 100)
    found = [row["playlist_id"] for row in shop.rows["playlist_tracks"] if row["track_id"] == track]
    with shop.statements(4):
        answer = shop.customers[0].get("/playlists", track_ids=track)
    assert [row["id"] for row in answer.body["items"]] == [str(each) for each in reversed(found)]


def test_the_longest_playlists_come_first(shop: Shop) -> None:
    with shop.statements(5):
        answer = shop.customers[0].get("/playlists", sort="-track_count", limit=5)
    assert [row["track_count"] for row in answer.body["items"]] == [3000, 3000, 1500, 600, 300]


def test_an_employee_comes_with_all_who_report_to_them(shop: Shop) -> None:
    for root, below in {0: [0, 1, 5, 2, 3, 4, 6, 7], 1: [1, 2, 3, 4], 7: [7]}.items():
        with shop.statements(3):
            answer = shop.agent.get(f"/employees/{row_id('employees', root)}/subtree")
        assert [(row["id"], row["customer_count"]) for row in answer.body] == [
            (str(row_id("employees", n)), _customers_of(n)) for n in below
        ]


def test_employees_are_for_agents_to_see(shop: Shop) -> None:
    assert shop.customers[0].get(f"/employees/{row_id('employees', 0)}/subtree").status == 403


def test_tracks_of_a_genre_are_walked_from_the_longest_to_the_shortest(shop: Shop) -> None:
    wanted = [row for row in shop.rows["tracks"] if _is_of(3, row, Decimal("0.99"))]
    wanted.sort(key=lambda row: (row["length_ms"], row["id"]), reverse=True)
    query = {"genre_id": row_id("genres", 3), "price__lte": "0.99", "sort": "-length_ms"}
    assert _walk(shop, "/tracks", limit=10, **query) == _ids(wanted)


def test_all_tracks_are_walked_by_their_names(shop: Shop) -> None:
    by_name = sorted(shop.rows["tracks"], key=lambda row: (row["name"], row["id"]))
    assert _walk(shop, "/tracks", limit=200, sort="name") == _ids(by_name)


def _walk(shop: Shop, path: str, **query: Any) -> list[str]:
    """The ids of a whole list, each page in the same number of statements."""
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        with shop.statements(3):
            page = shop.customers[0].get(path, **query, **({"cursor": cursor} if cursor else {}))
        found += [row["id"] for row in page.body["items"]]
        cursor = page.body["next"]
    return found


def _ids(rows: Any) -> list[str]:
    return [str(row["id"]) for row in rows]


def _customers_of(employee: int) -> int:
    return sum(2 + n % 3 == employee for n in range(CUSTOMERS))


def _is_of(genre: int, track: Row, most: Decimal) -> bool:
    return bool(track["genre_id"] == row_id("genres", genre) and track["price"] <= most)
