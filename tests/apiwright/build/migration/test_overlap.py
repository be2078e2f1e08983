"""Tables whose rows begin, or cease, to be kept apart: by Postgres, and by nothing in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.migration import migration, sql
from apiwright.plan.renames import renames
from apiwright.plan.tables import tables
from keel.data.database.ended import Ended

from tests.extensions import need_btree_gist

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

    from tests.apiwright.build.migration.conftest import Revisions, Scratch

PAGE = """
backend: Hotel
{head}
resources:
  Room: {{fields: {{name: str}}, access: {{read: anyone, write: anyone}}}}
  Stay:
    soft_delete: {kept}
    fields: {{room: Room?, {start}: {kind}?, ends: {kind}?, status: {states}, sure: bool = true}}
    rules: [ends after {start}{rules}]
    access: {{read: anyone, write: anyone}}
"""
PER_ROOM = ", no two overlap starts..ends per room"
V2 = """api: v2
versions: {v1: {resources: {Stay: {was: {starts_on: starts}}}}}"""


def page(**said: str) -> Blueprint:
    usual = {"head": "api: v1", "kept": "false", "start": "starts", "kind": "datetime"}
    states = {"states": "open | shut", "rules": PER_ROOM}
    return read_blueprint(PAGE.format(**(usual | states | said)))


HOTELS = {
    "no rule": page(rules=""),
    "per room": page(),
    "at all": page(rules=", no two overlap starts..ends"),
    "some": page(rules=f"{PER_ROOM} where status = open"),
    "some of more": page(rules=f"{PER_ROOM} where status = open", states="open | shut | under-way"),
    "sure": page(rules=f"{PER_ROOM} where sure = true"),
    "kept": page(kept="true"),
    "of days": page(kind="date"),
    "renamed": page(head=V2, start="starts_on", rules=PER_ROOM.replace("starts", "starts_on")),
    "two": page(rules=f"{PER_ROOM}, no two overlap starts..ends per status where sure = true"),
}
CHANGES = [(was, now) for was in ("no rule", "per room") for now in HOTELS if now != was]
STAY = """
INSERT INTO stays (id, created_at, updated_at, starts, status, sure)
SELECT '01995d3c00000000000000000000000{}', created_at, created_at, created_at, 'open', true
FROM (SELECT CAST('2026-01-01 00:00:00' AS {}) AS created_at) AS one
"""


@pytest.fixture(autouse=True)
def _able(scratch: Scratch) -> None:
    need_btree_gist(scratch.url)


def is_postgres(scratch: Scratch) -> bool:
    return scratch.url.startswith("postgres")


def shown(revisions: Revisions) -> str:
    return "".join(sql(revision.text) for revision in revisions)


def step(before: Blueprint | None, after: Blueprint) -> Revisions:
    if before is None:
        return migration((), tables(after), "0001", None)
    found = renames(before, after)
    return migration(tables(before), tables(after), "0002", "0001", renames=found)


@pytest.mark.parametrize(("was", "now"), CHANGES)
def test_each_change_leads_where_a_new_start_leads_and_back(
    scratch: Scratch, was: str, now: str
) -> None:
    before, after = HOTELS[was], HOTELS[now]
    scratch.upgrade(step(None, after))
    new_start = scratch.schema()
    scratch.clear()
    scratch.upgrade(step(None, before))
    old = scratch.schema()
    scratch.upgrade(step(before, after))
    assert scratch.schema() == new_start
    scratch.downgrade(step(before, after))
    assert scratch.schema() == old


def test_postgres_is_told_the_whole_rule_and_sqlite_nothing(scratch: Scratch) -> None:
    scratch.upgrade(step(None, page(kept="true", rules=f"{PER_ROOM} where status = open")))
    stays = scratch.schema()["stays"]
    assert isinstance(stays, dict)
    where = "(((status)::text = 'open'::text) AND (deleted_at IS NULL))"
    told = [
        (
            "ex_stays_starts_ends_room_id_status_open",
            f"EXCLUDE USING gist (room_id WITH =, tstzrange(starts, ends) WITH &&) WHERE ({where})",
        )
    ]
    assert stays["exclusions"] == (told if is_postgres(scratch) else [])


def test_rows_that_overlap_stop_the_migration_where_the_database_would_keep_them_apart(
    scratch: Scratch,
) -> None:
    rule = page(rules=", no two overlap starts..ends where status = open")
    moment = "timestamptz" if is_postgres(scratch) else "text"
    scratch.upgrade(step(None, HOTELS["no rule"]))
    for number in range(2):
        scratch.execute(STAY.format(number, moment))
    change = step(HOTELS["no rule"], rule)
    if is_postgres(scratch):
        with pytest.raises(Ended, match="Rows overlap"):
            scratch.upgrade(change)
    else:
        scratch.upgrade(change)
    assert scratch.execute("SELECT count(*) FROM stays") == [(2,)]


def test_the_extension_is_asked_for_only_where_values_are_compared() -> None:
    assert "CREATE EXTENSION IF NOT EXISTS btree_gist;" in shown(step(None, HOTELS["per room"]))
    assert "EXTENSION" not in shown(step(None, HOTELS["at all"]))
    assert "EXTENSION" not in shown(step(HOTELS["per room"], HOTELS["no rule"]))


def test_its_lock_is_told() -> None:
    said = shown(step(HOTELS["no rule"], HOTELS["per room"]))
    lock = (
        "-- ACCESS EXCLUSIVE on stays, reads all rows\nALTER TABLE stays ADD CONSTRAINT ex_stays_"
    )
    assert lock in said
