"""Laws of migrations on tables with rows: what fits both shapes stays exactly, both ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration
from apiwright.plan.demands import fillings
from apiwright.plan.difference import difference
from apiwright.plan.meanwhile import meanwhile
from apiwright.plan.renamed import renamed
from apiwright.plan.renames import renames
from apiwright.plan.tables import tables
from hypothesis import given
from keel.data.database.ended import Ended

from tests.apiwright.build.migration.rows import insert_rows, kept
from tests.apiwright.build.migration.test_laws import pairs, slow, step

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.table import Table

    from tests.apiwright.build.migration.conftest import Revisions, Scratch


def shared(before: tuple[Table, ...], after: tuple[Table, ...]) -> dict[str, list[str]]:
    """The columns that stay, by table."""
    shall = {table.name: table for table in after if not table.searched}
    return {
        table.name: [
            column.name
            for column in table.columns
            if any(
                (column.name, column.family) == (it.name, it.family)
                for it in shall[table.name].columns
            )
        ]
        for table in before
        if table.name in shall
    }


def held(scratch: Scratch, columns: dict[str, list[str]]) -> dict[str, object]:
    return {table: kept(scratch, table, names) for table, names in columns.items()}


@slow
@given(pairs)
def test_rows_that_fit_both_shapes_are_the_same_up_down_and_up(
    scratch: Scratch, pair: tuple[Blueprint, Blueprint]
) -> None:
    before, after = tables(pair[0]), tables(pair[1])
    change, columns = step(*pair), shared(before, after)
    scratch.clear()
    scratch.upgrade(step(None, pair[0]))
    insert_rows(scratch, before)
    stood, shape = held(scratch, columns), scratch.schema()
    try:
        scratch.upgrade(change)
    except Ended:
        assert held(scratch, columns) == stood
        assert len(change) > 1 or scratch.schema() == shape
        return
    upgraded = held(scratch, columns)
    asked = difference(meanwhile(before, after), after).altered
    assert upgraded == stood or fillings(asked, before)
    try:
        scratch.downgrade(change)
    except Ended:
        return
    assert scratch.schema() == shape
    assert held(scratch, columns) == upgraded
    try:
        scratch.upgrade(change)
    except Ended:
        return
    assert held(scratch, columns) == upgraded


PAGE = """\
backend: Library
auth: {sign_up: open}
resources:
  Author: {fields: {name: str}, access: {read: anyone, write: admin}}
  Tag: {fields: {label: str}, access: {read: anyone, write: admin}}
  Book:
    owned: true
    history: true
    soft_delete: true
    fields:
      name: str 1..80, search, unique
      format: paper | ebook | audio
      writer: Author
      next: Book?
      tags: [Tag]
      low: int
      high: int
    rules: [high >= low]
    access: {read: signed in, create: signed in, update: owner, delete: owner}
    list: {sort: [name], filter: [format]}
  Review:
    fields: {book: Book, text: text}
    access: {read: signed in, write: admin}
"""
RENAMED = """\
backend: Library
auth: {sign_up: open}
resources:
  Writer: {was: Author, fields: {name: str}, access: {read: anyone, write: admin}}
  Tag: {fields: {label: str}, access: {read: anyone, write: admin}}
  Novel:
    was: Book
    owned: true
    history: true
    soft_delete: true
    fields:
      title: str 1..80, was name, search, unique
      kind: paper | ebook | audio, was format
      author: Writer, was writer
      sequel: Novel?, was next
      labels: {type: "[Tag]", was: tags}
      first: int, was low
      last: int, was high
    rules: [last >= first]
    access: {read: signed in, create: signed in, update: owner, delete: owner}
    list: {sort: [title], filter: [kind]}
  Review:
    fields: {novel: "Novel, was book", text: text}
    access: {read: signed in, write: admin}
"""


def change(before: Blueprint, after: Blueprint) -> Revisions:
    found = renames(before, after)
    return migration(tables(before), tables(after), "0002", "0001", renames=found)


def everything(scratch: Scratch, shape: tuple[Table, ...]) -> list[list[str]]:
    """Every row of every table but those of words and of changes, in the order of the plan."""
    found: list[list[str]] = []
    for table in (it for it in shape if not (it.searched or it.name.endswith("_history"))):
        columns = ", ".join(column.name for column in table.columns)
        rows = scratch.execute(f"SELECT {columns} FROM {table.name}")  # noqa: S608
        found.append(sorted(map(str, rows)))
    return found


def told(scratch: Scratch, table: str) -> list[object]:
    """What a history tells, by field."""
    found = (row[0] for row in scratch.execute(f"SELECT changes FROM {table}"))  # noqa: S608
    return [json.loads(each) if isinstance(each, str) else each for each in found]


def words(scratch: Scratch, table: str) -> list[str]:
    found = scratch.execute(f"SELECT words FROM {table} ORDER BY row_id")  # noqa: S608
    return [str(row[0]).replace("'", "") for row in found]


CHANGES = {"name": {"from": 1, "to": 2}, "next_id": {}}


def test_a_rename_of_everything_keeps_every_row_and_is_what_a_new_start_makes(
    scratch: Scratch,
) -> None:
    before, after = read_blueprint(PAGE), read_blueprint(RENAMED)
    scratch.upgrade(migration((), tables(after), "0001", None))
    anew = scratch.schema()
    scratch.clear()
    scratch.upgrade(migration((), tables(before), "0001", None))
    made = scratch.schema()
    insert_rows(scratch, tables(before))
    scratch.execute(f"UPDATE book_history SET changes = '{json.dumps(CHANGES)}'")  # noqa: S608
    stood = everything(scratch, tables(before))
    step, shall = change(before, after), renamed(tables(before), renames(before, after))
    assert [each.summary for each in step] == [
        "Rename writers, novels, novel_history and more",
    ]
    for _ in range(2):
        scratch.upgrade(step)
        assert scratch.schema() == anew
        assert everything(scratch, shall) == stood
        assert told(scratch, "novel_history")[0] == {
            "title": CHANGES["name"],
            "sequel_id": CHANGES["next_id"],
        }
        assert words(scratch, "novels_search")[1] == "title:2"
        scratch.downgrade(step)
        assert scratch.schema() == made
        assert everything(scratch, tables(before)) == stood
        assert told(scratch, "book_history")[0] == CHANGES
        assert words(scratch, "books_search")[1] == "name:2"


BOOKS = """\
backend: Shop
resources:
  Book:
    fields: {{{fields}}}
    access: {{read: anyone, write: anyone}}
"""
WAS = 'title: "str 1..40", kind: paper | ebook | audio, year: "int?", price: "decimal(8,2)"'
STOPPED = {
    "a value that goes": (
        ("paper | ebook | audio", "paper | ebook"),
        "kind is none of paper, ebook",
    ),
    "what must be there": (('"int?"', '"int"'), "year is missing"),
    "less room": (("1..40", "1..10"), "title is longer than 10 characters"),
    "fewer places": (("decimal(8,2)", "decimal(8,0)"), "price is no number below"),
    "nothing twice": (("paper | ebook | audio", '"str ..9, unique"'), "kind is not unique"),
    "a new one": (('year: "int?"', 'year: "int?", isbn: str'), "isbn is missing"),
}


def book(number: int, title: str, kind: str, year: str, price: str) -> str:
    made = "'2026-01-01 00:00:00', '2026-01-01 00:00:00'"
    values = f"'{number:032x}', {made}, '{title}', '{kind}', {year}, {price}"
    return f"INSERT INTO books (id, created_at, updated_at, title, kind, year, price) VALUES ({values})"  # noqa: E501, S608


@pytest.mark.parametrize("name", STOPPED)
def test_rows_that_break_what_comes_stop_it_before_it_changes_anything(
    scratch: Scratch, name: str
) -> None:
    (old, new), words = STOPPED[name]
    assert WAS.count(old) == 1
    before = read_blueprint(BOOKS.format(fields=WAS))
    after = read_blueprint(BOOKS.format(fields=WAS.replace(old, new)))
    scratch.upgrade(migration((), tables(before), "0001", None))
    scratch.execute(book(1, "Emma", "paper", "1815", "8"))
    scratch.execute(book(2, "Pride and Prejudice", "audio", "NULL", "9.50"))
    scratch.execute(book(3, "Persuasion, in paper", "paper", "1817", "7"))
    *expand, contract = change(before, after)
    scratch.upgrade(expand)
    shape, stood = scratch.schema(), kept(scratch, "books", ["title", "kind", "year", "price"])
    with pytest.raises(Ended, match=words) as stopped:
        scratch.upgrade([contract])
    assert "such as the one whose id is 0" in str(stopped.value)
    assert scratch.schema() == shape
    assert kept(scratch, "books", ["title", "kind", "year", "price"]) == stood
    scratch.execute("DELETE FROM books")
    scratch.upgrade([contract])
    scratch.downgrade([*expand, contract])
