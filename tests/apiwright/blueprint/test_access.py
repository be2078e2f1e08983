"""Rules of access as values."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.access.access import Access
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Shop
roles: [reader, editor, admin]
auth: {{sign_up: open}}
resources:
  Note:
    owned: true
    fields: {{text: str}}
    access: {{{access}}}
"""


def _access(said: str) -> Access:
    return read_blueprint(PAGE.format(access=said)).resource("Note").access


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("anyone", "anyone"),
        ("signed in", "signed in"),
        ("signed   in", "signed in"),
        ("admin|owner", "owner | admin"),
        ("admin | editor", "editor"),
        ("admin | editor | owner", "owner | editor"),
        ("owner | signed in", "signed in"),
        ("anyone | signed in | admin | owner", "anyone"),
    ],
)
def test_a_rule_is_what_it_means(said: str, meant: str) -> None:
    assert str(_access(f"read: {said}").read) == meant


def test_read_and_write_cover_what_is_not_said() -> None:
    access = _access("read: anyone, write: editor, delete: admin, list: reader")
    rules = (access.list, access.read, access.create, access.update, access.delete)
    assert [str(rule) for rule in rules] == ["reader", "anyone", "editor", "editor", "admin"]


def test_what_is_not_said_nobody_may() -> None:
    access = _access("read: anyone, write: editor, delete: nobody")
    assert access.delete is None
    assert _access("read: anyone").create is None


def test_without_roles_there_are_two() -> None:
    page = PAGE.replace("roles: [reader, editor, admin]\n", "").format(access="read: admin")
    assert read_blueprint(page).roles == ("user", "admin")


def test_without_accounts_there_are_no_roles_and_everything_is_public() -> None:
    page = "backend: Shop\nresources:\n  Note: {fields: {text: str}, access: {write: anyone, "
    blueprint = read_blueprint(page + "read: anyone}}")
    assert (blueprint.auth, blueprint.roles) == (None, ())


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("roles: [user]", "There are roles but no accounts."),
        ("    owned: true", "Rows have owners, and there are no accounts."),
        ("    access: {read: signed in}", "Nobody can meet `signed in`: there are no accounts."),
        ("  User: {access: {read: anyone}}", "`User` is who can sign in, and there is no sign-in."),
        ("    fields: {text: User}", "`User` is no type and no resource."),
    ],
)
def test_what_needs_accounts_is_a_mistake_without_them(
    line: str, what: str, mistakes: Callable[[str], tuple[object, ...]]
) -> None:
    page = {
        "backend": "backend: Shop",
        "roles": "",
        "resources": "resources:",
        "  User": "",
        "  Note": "  Note:",
        "    fields": "    fields: {text: str}",
        "    owned": "",
        "    access": "    access: {read: anyone}",
    }
    page[line.partition(":")[0]] = line
    (mistake,) = mistakes("\n".join(filter(None, page.values())))
    assert getattr(mistake, "what", None) == what


def test_a_list_is_newest_first_and_has_pages_of_twenty_unless_it_says_more() -> None:
    listing = read_blueprint(PAGE.format(access="read: anyone")).resource("Note").listing
    assert (listing.sort, listing.page_default, listing.page_maximum) == (("created_at",), 20, 100)
    assert (listing.filters, listing.cursor) == ((), False)


def test_a_filter_has_the_usual_operators_of_its_type_unless_it_says_which() -> None:
    page = PAGE.format(access="read: anyone").replace("text: str", "text: str, day: 'date?'")
    listed = page + "    list: {filter: [text, day, owner], sort: [text], page: 50}\n"
    said = page + "    list: {filter: {day: [is_null, lt]}, page: 5..10}\n"
    listing = read_blueprint(listed).resource("Note").listing
    assert {each.field: each.operators for each in listing.filters} == {
        "text": ("eq",),
        "day": ("eq", "gte", "lte"),
        "owner": ("eq",),
    }
    assert (listing.sort, listing.page_default, listing.page_maximum) == (
        ("created_at", "text"),
        50,
        100,
    )
    (filter_,) = read_blueprint(said).resource("Note").listing.filters
    assert filter_.operators == ("is_null", "lt")
