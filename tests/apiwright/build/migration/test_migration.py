"""A migration makes what the models say, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration, next_revision, sql
from apiwright.plan.difference import difference
from apiwright.plan.tables import tables
from sqlalchemy import MetaData
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

    from tests.apiwright.build.migration.conftest import AlembicProject, Revisions, Scratch

EXEMPLAR = Path(__file__).parents[4] / "exemplar"


def shop(*fields: str, resources: str = "") -> Blueprint:
    lines = "".join(f"      {field}\n" for field in fields)
    return read_blueprint(
        f"backend: Shop\nresources:\n  Book:\n    access: {{read: anyone}}\n    fields:\n{lines}"
        + resources
    )


def shown(revisions: Revisions) -> str:
    return "".join(sql(revision.text) for revision in revisions)


def step(before: Blueprint | None, after: Blueprint) -> Revisions:
    return migration(tables(before) if before else (), tables(after), "0002", "0001")


@pytest.fixture
def exemplar() -> Blueprint:
    return read_blueprint((EXEMPLAR / "blueprint.yaml").read_bytes())


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> MetaData:
    """The tables of the exemplar's own models."""
    monkeypatch.syspath_prepend(str(EXEMPLAR))
    metadata = MetaData()
    for domain in ("users", "topics", "notes", "comments", "user_preferences"):
        import_module(f"exemplar.{domain}.models")
    import_module("keel.auth.routes")
    import_module("keel.auth.second_factor.model")
    import_module("keel.auth.api_keys.model")
    import_module("keel.auth.client_credentials.model")
    people = (
        "users",
        "auth_sessions",
        "auth_changes",
        "auth_tokens",
        "audit_log",
        "auth_second_factors",
        "auth_recovery_codes",
        "auth_api_keys",
        "auth_revoked_tokens",
        "user_preferences",
    )
    kept = ("topics", "notes", "note_related", "comments", "comment_history")
    searched = ("users_search", "topics_search", "notes_search")
    for name in (*people, *kept, *searched):
        SQLModel.metadata.tables[name].to_metadata(metadata)
    return metadata


def test_it_makes_what_the_models_of_the_exemplar_say(
    scratch: Scratch, exemplar: Blueprint, models: MetaData
) -> None:
    scratch.upgrade(step(None, exemplar))
    assert scratch.difference_to(models) == []
    kept_by_fts5 = {name for name in scratch.schema() if "_search_index" in name}
    assert {*scratch.schema()} - kept_by_fts5 == {*models.tables}


def test_it_can_be_taken_back_and_made_again(scratch: Scratch, exemplar: Blueprint) -> None:
    revision = step(None, exemplar)
    scratch.upgrade(revision)
    made = scratch.schema()
    scratch.downgrade(revision)
    assert scratch.schema() == {}
    scratch.upgrade(revision)
    assert scratch.schema() == made


def test_a_method_brings_its_tables_to_accounts_that_stand(
    scratch: Scratch, exemplar: Blueprint
) -> None:
    assert exemplar.auth
    before = replace(exemplar, auth=replace(exemplar.auth, methods=("password",)))
    scratch.upgrade(step(None, exemplar))
    made = scratch.schema()
    scratch.clear()
    scratch.upgrade(step(None, before))
    scratch.upgrade(step(before, exemplar))
    assert scratch.schema() == made
    scratch.downgrade(step(before, exemplar))
    assert "auth_second_factors" not in scratch.schema()


BOOK = """
INSERT INTO books (id, created_at, updated_at, title)
VALUES ('01995d3c000000000000000000000000', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 'Emma')
"""


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("int = 3", 3),
        ("str ..30 = it's 5 o'clock :now 100%", "it's 5 o'clock :now 100%"),
        ("paper | cloth = cloth", "cloth"),
    ],
)
def test_rows_that_stand_get_the_default_of_a_new_field(
    scratch: Scratch, kind: str, held: object
) -> None:
    before, after = shop("title: str"), shop("title: str", f"novelty: {kind}")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.upgrade(step(before, after))
    assert scratch.execute("SELECT title, novelty FROM books") == [("Emma", held)]


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("datetime = now", "CAST(novelty AS VARCHAR) LIKE '2026-01-01 00:00:00%'"),
        ("date = today", "CAST(novelty AS VARCHAR) LIKE '2026-01-01%'"),
        ("uuid, unique = new", "novelty <> id"),
        ("time = 09:30", "CAST(novelty AS VARCHAR) LIKE '09:30:00%'"),
        ("duration = PT1H30M", "novelty = 5400000000"),
        ("country = DE", "novelty = 'DE'"),
        ('"[str] = [\\"it\\\\u0027s :a\\"]"', "CAST(novelty AS VARCHAR) LIKE '[\"it''s \\:a\"]'"),
        ("'[int] = []'", "CAST(novelty AS VARCHAR) = '[]'"),
    ],
)
def test_rows_that_stand_get_what_they_would_have_had(
    scratch: Scratch, kind: str, held: str
) -> None:
    before, after = shop("title: str"), shop("title: str", f"novelty: {kind}")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.execute(BOOK.replace("000000000000'", "000000000001'"))
    scratch.upgrade(step(before, after))
    assert scratch.execute(f"SELECT count(*) FROM books WHERE {held}") == [(2,)]  # noqa: S608
    scratch.downgrade(step(before, after))
    assert scratch.execute("SELECT count(*) FROM books") == [(2,)]


def test_rows_that_stand_get_their_owner_for_the_caller(scratch: Scratch) -> None:
    page = """
backend: Shop
auth: {{sign_up: open}}
resources:
  User: {{access: {{read: admin}}}}
  Book:
    owned: {owned}
    fields: {{title: str{more}}}
    access: {{read: signed in, create: signed in}}
"""
    more = ", keeper: User = caller"
    before, after = (read_blueprint(page.format(owned="true", more=each)) for each in ("", more))
    scratch.upgrade(step(None, before))
    assert (
        'fill("books", "keeper_id", "owner_id", "keeper_id IS NULL")' in step(before, after)[1].text
    )
    scratch.upgrade(step(before, after))
    ownerless, asking = (
        read_blueprint(page.format(owned="false", more=each)) for each in ("", more)
    )
    assert "refuse_rows(" in step(ownerless, asking)[1].text


def test_rows_that_stand_know_not_who_made_them_and_have_no_history_yet(scratch: Scratch) -> None:
    page = """
backend: Shop
auth: {sign_up: open}
resources:
  Book:
    fields: {title: str}
    access: {read: signed in}
"""
    before = read_blueprint(page)
    after = read_blueprint(f"{page}    audit: true\n    history: true\n")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.upgrade(step(before, after))
    assert scratch.execute("SELECT created_by_id, updated_by_id FROM books") == [(None, None)]
    assert scratch.execute("SELECT count(*) FROM book_history") == [(0,)]
    scratch.downgrade(step(before, after))
    assert scratch.execute("SELECT title FROM books") == [("Emma",)]
    lost = difference(tables(after), tables(before)).losses
    assert lost == ("book_history", "books.created_by_id", "books.updated_by_id")


def test_optional_parts_of_a_compound_come_together(scratch: Scratch) -> None:
    before, after = shop("title: str"), shop("title: str", "place: coordinates?")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.upgrade(step(before, after))
    scratch.execute("UPDATE books SET place_latitude = 1, place_longitude = 2")
    with pytest.raises(IntegrityError):
        scratch.execute("UPDATE books SET place_latitude = NULL")


def test_new_rows_get_their_default_from_the_app_alone(scratch: Scratch) -> None:
    before, after = shop("title: str"), shop("title: str", "stock: int = 3")
    scratch.upgrade(step(None, before))
    scratch.upgrade(step(before, after))
    with pytest.raises(IntegrityError):
        scratch.execute(BOOK)


def test_rows_without_a_value_get_the_default_when_a_field_becomes_required(
    scratch: Scratch,
) -> None:
    before, after = shop("title: str", "stock: int?"), shop("title: str", "stock: int = 3")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.upgrade(step(before, after))
    assert scratch.execute("SELECT stock FROM books") == [(3,)]


@pytest.mark.parametrize(
    ("was", "now", "held"),
    [
        ("str? ..3", "str ..20 = a longer text", "a longer text"),
        ("paper | cloth ?", "paper | cloth | leather = leather", "leather"),
    ],
)
def test_rows_without_a_value_get_a_default_that_did_not_fit_before(
    scratch: Scratch, was: str, now: str, held: str
) -> None:
    before, after = shop("title: str", f"cover: {was}"), shop("title: str", f"cover: {now}")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    scratch.upgrade(step(before, after))
    assert scratch.execute("SELECT cover FROM books") == [(held,)]


@pytest.mark.parametrize("was", ["", "opened: datetime?"])
def test_rows_get_a_moment_as_keel_stores_it(
    scratch: Scratch, alembic: AlembicProject, was: str
) -> None:
    before = shop("title: str", was)
    after = shop("title: str", "opened: datetime = 2026-01-31T08:00:00.5+01:00")
    alembic.add(migration((), tables(before), "0001", None))
    alembic.add(migration(tables(before), tables(after), "0002", "0001"))
    with scratch.in_time_zone("Asia/Tokyo"):
        alembic.upgrade("0001")
        scratch.execute(BOOK)
        alembic.upgrade("0002")
    at = datetime(2026, 1, 31, 7, 0, 0, 500_000, tzinfo=UTC)
    stored = "2026-01-31 07:00:00.500000" if scratch.url.startswith("sqlite") else at
    assert scratch.execute("SELECT opened FROM books") == [(stored,)]


def test_what_a_column_holds_stays_when_its_type_only_grows(scratch: Scratch) -> None:
    before, after = shop("title: str ..10"), shop("title: text")
    scratch.upgrade(step(None, before))
    scratch.execute(BOOK)
    revision = step(before, after)
    scratch.upgrade(revision)
    scratch.downgrade(revision)
    assert scratch.execute("SELECT title FROM books") == [("Emma",)]


def test_rows_that_refer_to_a_table_stay_when_alembic_changes_it(
    scratch: Scratch, alembic: AlembicProject
) -> None:
    before, after = shop("title: str", "next: Book?"), shop("title: text", "next: Book?")
    alembic.add(migration((), tables(before), "0001", None))
    alembic.add(migration(tables(before), tables(after), "0002", "0001"))
    alembic.upgrade("0001")
    scratch.execute(BOOK)
    scratch.execute("UPDATE books SET next_id = id")
    alembic.upgrade("0002")
    assert scratch.execute("SELECT title FROM books WHERE next_id = id") == [("Emma",)]
    alembic.downgrade("base")
    assert {*scratch.schema()} == {"alembic_version"}


def test_tables_that_refer_to_each_other_are_made_and_dropped(scratch: Scratch) -> None:
    blueprint = shop(
        "title: str",
        "best_of: Author?, on delete set null",
        resources="  Author: {access: {read: anyone}, fields: {best: Book?}}\n",
    )
    revision = step(None, blueprint)
    scratch.upgrade(revision)
    assert {*scratch.schema()} == {"books", "authors"}
    scratch.downgrade(revision)
    assert scratch.schema() == {}


def test_going_back_to_a_lost_required_column_works_on_an_empty_table(scratch: Scratch) -> None:
    before, after = shop("title: str", "isbn: str"), shop("title: str")
    scratch.upgrade(step(None, before))
    made, revision = scratch.schema(), step(before, after)
    scratch.upgrade(revision)
    scratch.downgrade(revision)
    assert scratch.schema() == made


EXPAND_BOOKS = """\
-- Postgres holds each of these locks until the next COMMIT; what stands between a COMMIT
-- and the next BEGIN, only until it is done.

BEGIN;

-- ACCESS EXCLUSIVE on books, brief
ALTER TABLE books ADD COLUMN IF NOT EXISTS stock INTEGER DEFAULT '3' NOT NULL;

-- ACCESS EXCLUSIVE on books, brief
ALTER TABLE books ADD COLUMN IF NOT EXISTS shelf VARCHAR(20) COLLATE "C";

COMMIT;
"""
CONTRACT_BOOKS = """\
-- Postgres holds each of these locks until the next COMMIT; what stands between a COMMIT
-- and the next BEGIN, only until it is done.

BEGIN;

-- ACCESS EXCLUSIVE on books, brief
ALTER TABLE books ALTER COLUMN stock DROP DEFAULT;

COMMIT;

SET lock_timeout = 0;

-- SHARE UPDATE EXCLUSIVE on ix_books_title, brief
DROP INDEX CONCURRENTLY IF EXISTS ix_books_title;

-- SHARE UPDATE EXCLUSIVE on books, reads all rows twice
CREATE INDEX CONCURRENTLY ix_books_title ON books (title);

SET lock_timeout = 1000;
"""


def test_the_sql_is_that_of_postgres_with_the_locks_on_tables_that_stand() -> None:
    before = shop("title: str")
    after = shop("title: str, index", "stock: int = 3", "shelf: str? ..20")
    assert [sql(each.text) for each in step(before, after)] == [EXPAND_BOOKS, CONTRACT_BOOKS]


def test_new_tables_take_no_locks_but_those_of_what_they_refer_to() -> None:
    before = shop("title: str")
    author = "  Review:\n    access: {read: anyone}\n    fields: {book: Book}\n"
    said = shown(step(before, shop("title: str", resources=author)))
    assert [line for line in said.splitlines() if line.startswith("-- S")] == [
        "-- SHARE ROW EXCLUSIVE on books, as long"
    ]


def test_revisions_are_numbered_and_named_by_what_they_do() -> None:
    assert next_revision(None) == "0001"
    assert next_revision("0009") == "0010"
    (made,) = migration((), tables(shop("title: str")), "0001", None, said="Create Book Shop")
    assert made.file_name == "0001_create_book_shop.py"


def words(scratch: Scratch) -> list[str]:
    found = scratch.execute("SELECT words FROM books_search")
    return [str(row[0]).replace("'", "") for row in found]


def test_search_on_a_table_that_stands_knows_the_rows_that_stand(scratch: Scratch) -> None:
    unsearched, searched = shop("title: str"), shop("title: str, search 3")
    scratch.upgrade(step(None, unsearched))
    scratch.execute(BOOK)
    revision = step(unsearched, searched)
    for _ in range(2):
        scratch.upgrade(revision)
        assert words(scratch) == ["title:emma"]
        scratch.downgrade(revision)
        assert {*scratch.schema()} == {"books"}


def test_search_in_other_fields_takes_their_words(scratch: Scratch) -> None:
    before = shop("title: str, search")
    after = shop("title: str", "blurb: str, search = A novel", "isbn: str?, search 2")
    scratch.upgrade(step(None, shop("title: str")))
    scratch.execute(BOOK)
    scratch.upgrade(step(shop("title: str"), before))
    revision = step(before, after)
    scratch.upgrade(revision)
    assert [{*each.split()} for each in words(scratch)] == [{"blurb:a", "blurb:novel"}]
    scratch.downgrade(revision)
    assert words(scratch) == ["title:emma"]


def test_a_default_for_rows_without_a_value_is_found(scratch: Scratch) -> None:
    before = shop("title: str", "blurb: str?, search")
    after = shop("title: str", "blurb: str, search = None yet")
    scratch.upgrade(step(None, shop("title: str")))
    scratch.execute(BOOK)
    scratch.upgrade(step(shop("title: str"), before))
    assert words(scratch) == [""]
    scratch.upgrade(step(before, after))
    assert [{*each.split()} for each in words(scratch)] == [{"blurb:none", "blurb:yet"}]


def test_another_weight_needs_no_migration() -> None:
    before, after = shop("title: str, search"), shop("title: str, search 5")
    assert not difference(tables(before), tables(after))


def test_the_sql_that_is_shown_says_who_fills_the_words() -> None:
    said = shown(step(shop("title: str"), shop("title: str, search")))
    assert "USING gin (words)" in said
    assert "come from keel" in said
