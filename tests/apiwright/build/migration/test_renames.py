"""A column that an older version knows by another name keeps what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration
from apiwright.plan.compare import compare
from apiwright.plan.renames import renames
from apiwright.plan.tables import tables

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

    from tests.apiwright.build.migration.conftest import AlembicProject, Revisions, Scratch

PAGE = """
backend: Shop
api: {api}
{versions}
resources:
  Author: {{fields: {{name: str}}, access: {{read: anyone}}}}
  Book:
    fields: {{{fields}}}
    rules: [{last} >= {first}]
    access: {{read: anyone, write: anyone}}
    list: {{sort: [{title}]}}
"""
BEFORE = PAGE.format(
    api="v1",
    versions="",
    title="name",
    first="low",
    last="high",
    fields='name: "str, unique", format: paper | ebook, writer: Author?, low: int, high: int',
)
AFTER = PAGE.format(
    api="v2",
    versions="""versions:
  v1:
    resources:
      Book: {was: {title: name, kind: format, author: writer, first: low, last: high}}""",
    title="title",
    first="first",
    last="last",
    fields='title: "str, unique", kind: paper | ebook, author: Author?, first: int, last: int',
)
BOOK = (
    "INSERT INTO books (id, created_at, updated_at, name, format, low, high) VALUES ("
    "'0192d6f0000070008000000000000000', '2026-01-01 00:00:00', '2026-01-01 00:00:00', "
    "'Emma', 'ebook', 1, 2)"
)
ROW = [("Emma", "ebook", None, 1, 2)]
WAS = "SELECT name, format, writer_id, low, high FROM books"
NOW = "SELECT title, kind, author_id, first, last FROM books"


def step(before: Blueprint, after: Blueprint) -> Revisions:
    found = renames(before, after)
    return migration(tables(before), tables(after), "0002", "0001", renames=found)


def test_its_rows_stay_with_its_index_and_constraints(
    scratch: Scratch, alembic: AlembicProject
) -> None:
    before, after = read_blueprint(BEFORE), read_blueprint(AFTER)
    alembic.add(migration((), tables(before), "0001", None))
    alembic.upgrade("0001")
    made = scratch.schema()
    scratch.execute(BOOK)
    alembic.add(step(before, after))
    alembic.upgrade("0002")
    assert scratch.execute(NOW) == ROW
    alembic.downgrade("0001")
    assert scratch.execute(WAS) == ROW
    assert scratch.schema() == made
    alembic.upgrade("0002")
    renamed = {name: said for name, said in scratch.schema().items() if name != "alembic_version"}
    alembic.downgrade("base")
    scratch.upgrade(migration((), tables(after), "0001", None))
    anew = {name: said for name, said in scratch.schema().items() if name != "alembic_version"}
    assert renamed == anew


def test_a_plan_says_so_and_that_nothing_is_lost() -> None:
    comparison = compare(read_blueprint(BEFORE), read_blueprint(AFTER))
    assert comparison.tables.losses == ()
    assert [*map(str, comparison.renames)] == [
        "name → title",
        "format → kind",
        "writer_id → author_id",
        "low → first",
        "high → last",
    ]


def test_what_was_renamed_once_is_not_renamed_again() -> None:
    after = read_blueprint(AFTER)
    assert renames(after, after) == ()


def test_a_new_field_with_the_old_name_is_no_rename() -> None:
    both = AFTER.replace('title: "str, unique"', 'title: "str, unique", name: int = 0')
    both = both.replace("Book: {was: {title: name,", "Book: {without: [name], was: {title: name,")
    found = renames(read_blueprint(BEFORE), read_blueprint(both))
    assert "title" not in {each.now for each in found}
