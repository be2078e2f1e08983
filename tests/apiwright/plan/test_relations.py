"""Tables of pairs, and what clients lose of lists and includes."""

from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import sql
from apiwright.build.migration.revision import migration
from apiwright.plan.breaking import breaking
from apiwright.plan.tables import tables

PAGE = """
backend: Shop
resources:
  Tag: {{fields: {{name: str}}, access: {{read: anyone}}}}
  Book:
    fields: {{title: str, tags: {tags}}}
    access: {{read: anyone, write: anyone}}
    include: {include}
"""


def shop(tags: str = "[Tag]", include: str = "[tags]") -> Blueprint:
    return read_blueprint(PAGE.format(tags=tags, include=include))


def test_a_list_is_a_table_of_pairs() -> None:
    pairs = tables(shop())[-1]
    assert (pairs.name, pairs.key) == ("book_tags", ("book_id", "tag_id"))
    assert [(key.column, key.target, key.on_delete) for key in pairs.foreign_keys] == [
        ("book_id", "books", "CASCADE"),
        ("tag_id", "tags", "CASCADE"),
    ]
    assert [index.columns for index in pairs.indexes] == [("tag_id",)]


def test_a_new_list_is_a_new_table_and_takes_nothing_away() -> None:
    before, after = shop("str?", "[]"), shop()
    step, *_ = migration(tables(before), tables(after), "0002", "0001")
    assert "CONSTRAINT pk_book_tags PRIMARY KEY (book_id, tag_id)" in sql(step.text)


def test_what_clients_lose_is_said() -> None:
    assert breaking(shop(), shop('"[Tag] 1..5"', "[]")) == (
        "`Book.tag_ids` has 5 at most.",
        "`Book.tag_ids` is needed in new rows.",
        "`Book` no longer includes `tags`.",
    )


def test_what_clients_gain_is_not_said_to_break_them() -> None:
    assert breaking(shop("'[Tag] 1..5'", "[]"), shop()) == ()
