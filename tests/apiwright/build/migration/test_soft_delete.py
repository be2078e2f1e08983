"""Tables whose rows begin, or cease, to be kept when they are deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration, sql
from apiwright.plan.tables import tables
from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

    from tests.apiwright.build.migration.conftest import Revisions, Scratch

PAGE = """\
backend: Shop
resources:
  Shelf:
    soft_delete: {kept}
    fields: {{name: "str, unique"}}
    access: {{read: anyone, write: anyone}}
  Book:
    soft_delete: {kept}
    fields: {{title: str, shelf: Shelf}}
    unique: [[title, shelf]]
    access: {{read: anyone, write: anyone}}
"""
MADE = "'2026-01-01 00:00:00', '2026-01-01 00:00:00'"
SHELF = f"""
INSERT INTO shelves (id, created_at, updated_at, name)
VALUES ('01995d3c00000000000000000000000{{}}', {MADE}, 'A')
"""  # noqa: S608
BOOK = f"""
INSERT INTO books (id, created_at, updated_at, title, shelf_id)
SELECT '01995d3c000000000000000000000010', {MADE}, 'Emma', id FROM shelves
"""  # noqa: S608
DELETED = "UPDATE {} SET deleted_at = '2026-02-01 00:00:00' WHERE deleted_at IS NULL"


def shop(*, kept: bool) -> Blueprint:
    return read_blueprint(PAGE.format(kept=str(kept).lower()))


def shown(revisions: Revisions) -> str:
    return "".join(sql(revision.text) for revision in revisions)


def step(before: Blueprint | None, after: Blueprint) -> Revisions:
    return migration(tables(before) if before else (), tables(after), "0002", "0001")


def names(scratch: Scratch) -> list[tuple[object, ...]]:
    return scratch.execute("SELECT name, count(*) FROM shelves GROUP BY name")


def test_a_table_that_stands_begins_to_keep_rows(scratch: Scratch) -> None:
    change = step(shop(kept=False), shop(kept=True))
    scratch.upgrade(step(None, shop(kept=False)))
    scratch.execute(SHELF.format(0))
    scratch.upgrade(change)
    with pytest.raises(IntegrityError):
        scratch.execute(SHELF.format(1))
    scratch.execute(DELETED.format("shelves"))
    scratch.execute(SHELF.format(1))
    assert names(scratch) == [("A", 2)]


@pytest.mark.parametrize("way", ["upgrade", "downgrade"])
def test_rows_that_are_deleted_do_not_come_back_with_the_column(scratch: Scratch, way: str) -> None:
    kept, plain = shop(kept=True), shop(kept=False)
    scratch.upgrade(step(None, kept))
    scratch.execute(SHELF.format(0))
    scratch.execute(BOOK)
    scratch.execute(DELETED.format("books"))
    scratch.execute(DELETED.format("shelves"))
    scratch.execute(SHELF.format(1))
    if way == "upgrade":
        scratch.upgrade(step(kept, plain))
    else:
        scratch.downgrade(step(plain, kept))
    assert names(scratch) == [("A", 1)]
    assert scratch.execute("SELECT count(*) FROM books") == [(0,)]
    with pytest.raises(IntegrityError):
        scratch.execute(SHELF.format(2))


def test_it_is_what_a_new_table_would_be(scratch: Scratch) -> None:
    scratch.upgrade(step(None, shop(kept=True)))
    new = scratch.schema()
    scratch.clear()
    scratch.upgrade(step(None, shop(kept=False)))
    scratch.upgrade(step(shop(kept=False), shop(kept=True)))
    assert scratch.schema() == new


def test_its_locks_are_told() -> None:
    said = shown(step(shop(kept=False), shop(kept=True)))
    lock = "-- SHARE UPDATE EXCLUSIVE on shelves, reads all rows twice\n"
    assert f"{lock}CREATE UNIQUE INDEX CONCURRENTLY ix_shelves_name" in said
    assert "WHERE deleted_at IS NULL" in said
    said = shown(step(shop(kept=True), shop(kept=False)))
    purges = ["DELETE FROM books WHERE deleted_at", "DELETE FROM shelves WHERE deleted_at"]
    assert [said.index(each) for each in purges] == sorted(said.index(each) for each in purges)
