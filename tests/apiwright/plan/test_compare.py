"""A comparison tells people what changes for them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.compare import compare

Other = Callable[[str, str], Blueprint]
PAGED = "`GET /books` answers `200 Page[BookRead]` now; it answered `200 CursorPage[BookRead]`."


def test_from_nothing_all_is_new_and_nothing_breaks(shop: Blueprint) -> None:
    comparison = compare(None, shop)
    assert len(comparison.new_endpoints) == 31
    created = [table.name for table in comparison.tables.created]
    assert created[:3] == ["users", "auth_sessions", "auth_changes"]
    assert comparison.breaking == comparison.gone_endpoints == comparison.tables.losses == ()


def test_between_equals_nothing_changes(shop: Blueprint) -> None:
    comparison = compare(shop, shop)
    assert not comparison.tables
    assert not comparison.new_endpoints + comparison.gone_endpoints
    assert not comparison.changed_endpoints


def test_what_is_lost_with_all_it_holds_is_named(shop: Blueprint, other_shop: Other) -> None:
    without_field = other_shop("      notes: text?\n", "")
    assert compare(shop, without_field).tables.losses == ("books.notes",)
    of_another_type = other_shop("notes: text?", "notes: int?")
    assert compare(shop, of_another_type).tables.losses == ("books.notes",)
    longer = other_shop("title: str 1..200", "title: str 1..300")
    assert compare(shop, longer).tables.losses == ()


def test_who_may_do_what_is_told_in_both_directions(shop: Blueprint, other_shop: Other) -> None:
    comparison = compare(shop, other_shop("delete: admin", "delete: editor"))
    (change,) = comparison.access_changes
    assert (str(change.after), change.before.access, change.after.access) == (
        "DELETE /books/{book_id}",
        "admin",
        "editor",
    )
    assert comparison.breaking == ()


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("delete: admin", "delete: nobody", "`DELETE /books/{book_id}` is gone."),
        (
            "read: owner | admin, create: signed in",
            "read: owner | admin, create: editor",
            "`POST /order-lines` is for `editor` now; it was for `signed in`.",
        ),
        ("cursor: true", "cursor: false", PAGED),
        ("format: [eq, in]", "format: [eq]", "`GET /books` no longer filters `format` by `in`."),
        ("[title, price]", "[title]", "`GET /books` no longer sorts by `price`."),
        ("born: date?", "born: datetime?", "`Author.born` is `datetime` now; it was `date`."),
        (
            "isbn: str 13, unique",
            "code: str? 13",
            "`Book.isbn` is gone: bodies must not have it, answers do not.",
        ),
        ("notes: text?", "notes: text?\n      pages: int", "`Book.pages` is needed in new rows."),
        ("int 0.. = 0", "int 0..", "`Book.stock` is needed in new rows."),
        ("int 0.. = 0", "int 5.. = 5", "`Book.stock` has a minimum of 5."),
        ("str 1..200", "str 1..50", "`Book.title` has a maximum of 50."),
        ("str 13, unique", "str 13, unique, matches ^9", "`Book.isbn` must match `^9`."),
        (
            "hardcover | paperback | ebook",
            "hardcover | paperback",
            "`Book.format` must not be `ebook`.",
        ),
        (
            "decimal(10,2)",
            "decimal(8,2)",
            "`Book.price` has at most 8 digits, 2 of them after the point.",
        ),
        ("str 1..200", "str 1..200, unique", "`Book.title` must be unique."),
        ("int 0.. = 0", "int 0.., read-only = 0", "`Book.stock` can no longer be set."),
        ("notes: text?", "notes: text?, write-only", "`Book.notes` is no longer in answers."),
        ("notes: text?", "notes: text", "`Book.notes` must not be null."),
        ("int 0.. = 0", "int? 0..", "`Book.stock` may be null in answers."),
    ],
)
def test_what_breaks_clients_is_said(
    shop: Blueprint, other_shop: Other, was: str, now: str, sentence: str
) -> None:
    assert sentence in compare(shop, other_shop(was, now)).breaking


WORTH = "notes: text?\n      worth: = price * stock"


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (WORTH, "notes: text?", "`Book.worth` is gone: answers do not have it."),
        (WORTH, WORTH.replace("price", "stock"), "`Book.worth` is `int` now; it was `decimal`."),
        (WORTH, f"{WORTH} / stock", "`Book.worth` may be null in answers."),
        ("notes: text?", "notes: = title + isbn", "`Book.notes` is worked out now"),
    ],
)
def test_what_is_worked_out_otherwise_breaks_clients(
    other_shop: Other, was: str, now: str, sentence: str
) -> None:
    before, after = other_shop("notes: text?", was), other_shop("notes: text?", now)
    (found,) = compare(before, after).breaking
    assert found.startswith(sentence)


def test_what_is_worked_out_is_no_part_of_a_table(shop: Blueprint, other_shop: Other) -> None:
    tables = compare(shop, other_shop("notes: text?", WORTH)).tables
    assert (tables.created, tables.altered, tables.dropped) == ((), (), ())


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("notes: text?", WORTH),
        ("str 1..200", "str 1..300"),
        ("notes: text?", "notes: text?\n      pages: int?"),
        ("read: owner | admin, create: signed in", "read: signed in, create: reader"),
        ("str 13, unique", "str 13"),
        ("delete: admin", "delete: anyone"),
    ],
)
def test_what_only_grows_breaks_nobody(
    shop: Blueprint, other_shop: Other, was: str, now: str
) -> None:
    assert compare(shop, other_shop(was, now)).breaking == ()


def test_a_rule_is_narrower_when_roles_change_places(shop: Blueprint, other_shop: Other) -> None:
    swapped = other_shop("[reader, editor, admin]", "[reader, admin, editor]")
    sentence = "`POST /books` is for `editor` now; it was for `editor`."
    assert sentence in compare(shop, swapped).breaking


@pytest.mark.parametrize(
    ("was", "now"),
    [("str 1..200", "str 1..50"), ("notes: text?", "notes: text?\n      pages: int")],
)
def test_what_nobody_could_send_breaks_nobody(other_shop: Other, was: str, now: str) -> None:
    before, after = (read_only(other_shop(was, written)) for written in (was, now))
    assert compare(before, after).breaking == ()


def read_only(blueprint: Blueprint) -> Blueprint:
    resources = (
        replace(each, access=replace(each.access, create=None, update=None))
        for each in blueprint.resources
    )
    return replace(blueprint, resources=tuple(resources))


TRACKER = """
backend: Tracker
auth: {sign_up: open}
resources:
  User: {access: {read: signed in}}
  Project:
    members: Membership
    fields: {name: str}
    access: {read: member, create: signed in, update: member as worker}
  Membership:
    fields:
      project: Project, on delete cascade
      user: User, on delete cascade
      role: guest | worker | lead
    unique: [[project, user]]
    access: {read: member}
"""


@pytest.mark.parametrize(
    ("rule", "loses"),
    [("member", False), ("signed in", False), ("member as lead", True), ("admin", True)],
)
def test_members_lose_what_only_stronger_ones_may_do(rule: str, loses: bool) -> None:  # noqa: FBT001 - a case
    before = read_blueprint(TRACKER)
    wider = TRACKER.replace("read: member, create", "read: signed in, create")
    after = read_blueprint(wider.replace("update: member as worker", f"update: {rule}"))
    assert bool(compare(before, after).breaking) == loses
