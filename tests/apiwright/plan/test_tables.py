"""Tables say what the models say."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.table import Table
from apiwright.plan.tables import indexes, tables, uniques


@pytest.fixture
def found(shop: Blueprint) -> dict[str, Table]:
    return {table.name: table for table in tables(shop)}


def test_accounts_come_first(shop: Blueprint) -> None:
    names = [table.name for table in tables(shop)]
    assert names == [
        "users",
        "auth_sessions",
        "auth_changes",
        "auth_tokens",
        "audit_log",
        "authors",
        "books",
        "order_lines",
        "authors_search",
    ]


def test_a_reference_is_a_column_with_a_key(found: dict[str, Table]) -> None:
    (key,) = found["books"].foreign_keys
    assert key.name == "fk_books_author_id_authors"
    assert (key.column, key.target, key.on_delete) == ("author_id", "authors", "RESTRICT")


def test_owned_rows_go_with_their_owner(found: dict[str, Table]) -> None:
    owner, book = found["order_lines"].foreign_keys
    assert (owner.column, owner.target, owner.on_delete) == ("owner_id", "users", "CASCADE")
    assert book.on_delete == "CASCADE"


def test_every_reference_filter_and_order_has_an_index(shop: Blueprint) -> None:
    assert indexes(shop.resource("Author")) == (("name", "id"), ("born", "id"))


def test_no_index_is_where_another_or_a_unique_constraint_leads_with_the_column(
    shop: Blueprint,
) -> None:
    assert uniques(shop.resource("Book")) == (("isbn",), ("author_id", "title"))
    assert indexes(shop.resource("Book")) == (
        ("format",),
        ("created_at", "id"),
        ("title", "id"),
        ("price", "id"),
    )
    assert indexes(shop.resource("OrderLine")) == (("book_id",),)


def test_the_words_of_an_enum_are_checked(found: dict[str, Table]) -> None:
    (check,) = found["books"].checks
    assert check.name == "ck_books_book_format"
    assert check.choices == ("hardcover", "paperback", "ebook")


def test_a_user_resource_adds_to_the_table_of_accounts() -> None:
    page = """
backend: Club
auth: {sign_up: open}
resources:
  User:
    fields: {nick: "str ..40, unique"}
    access: {read: admin}
    list: {filter: [role, email], sort: [email]}
"""
    users, *_ = tables(read_blueprint(page))
    assert [unique.name for unique in users.uniques] == ["uq_users_email", "uq_users_nick"]
    assert [index.columns for index in users.indexes] == [("role", "id")]
