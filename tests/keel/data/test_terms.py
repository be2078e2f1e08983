"""Expressions over a row's own columns: SQL has what Python has, on both databases."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keel.data import Database, new_id, now
from keel.data.computing.terms import Own, Term
from sqlalchemy import select
from sqlmodel import col

from tests.keel.data.shop import Binding, Book, Person, Shelf

own = Own(Book)
MOMENT = datetime(2026, 1, 31, 8, tzinfo=UTC)

TERMS: dict[str, Term] = {
    "product": own.price * own.pages,
    "sum": own.price + own.pages,
    "difference": 1 - own.price - own.pages,
    "square": own.price * own.price,
    "negative": -own.price * Decimal("1.5"),
    "quotient": own.price / own.pages,
    "other_quotient": own.pages / own.price,
    "third": own.pages / 3,
    "nested": (own.price + 1) / (own.pages - 2) * 100,
    "text": own.title + " (" + own.title + ")",
    "prefixed": "» " + own.title,
    "less": own.price < own.pages,
    "same": own.price == Decimal("1.500"),
    "other": own.pages != 3,
    "after": own.title > "a",
    "soft": own.binding == Binding.SOFT,
    "printed": own.printed_at <= MOMENT,
}


@pytest.mark.anyio
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    price=st.none() | st.decimals(-99_999, 99_999, places=2),
    pages=st.none() | st.integers(-(10**5), 10**5) | st.just(2),
    title=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=5),
    printed_at=st.none() | st.just(MOMENT) | st.just(MOMENT + timedelta(microseconds=1)),
)
async def test_sql_has_what_python_has(database: Database, **values: Any) -> None:
    async with database.transaction() as session:
        person, shelf = Person(name="Ada"), Shelf(name=str(now()))
        session.add_all([person, shelf])
        await session.flush()
        book = Book(owner_id=person.id, shelf_id=shelf.id, **values)
        session.add(book)
        await session.flush()
        columns = [term.sql.label(name) for name, term in TERMS.items()]
        connection = await session.connection()
        found = await connection.execute(select(*columns).where(col(Book.id) == book.id))
        row: dict[str, Any] = {**found.mappings().one()}
        expected = {name: term.of(book) for name, term in TERMS.items()}
        assert {name: str(value) for name, value in row.items()} == {
            name: str(value) for name, value in expected.items()
        }
        same = (term.sql.is_not_distinct_from(row[name]) for name, term in TERMS.items())
        assert (await connection.execute(select(col(Book.id)).where(*same))).first()


def test_halves_go_away_from_zero() -> None:
    half = Book(title="", price=Decimal("-1.01"), pages=2, owner_id=new_id(), shelf_id=new_id())
    assert (own.price / own.pages).of(half) == Decimal("-0.51")
    assert (own.price / (own.pages - 2)).of(half) is None
