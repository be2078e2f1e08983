"""Singletons: what each account has one of, what cannot be one, and what clients lose."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.contract import endpoints
from apiwright.plan.tables import tables

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  Settings:
    singleton: true
    fields: {theme: light | dark = light, low: int = 1, high: int?}
    access: {read: owner, update: owner}
"""
OTHER = """
  Book:
    fields: {title: str}
    access: {read: anyone, write: admin}
"""


def settings(was: str = "", now: str = "") -> Blueprint:
    return read_blueprint(PAGE.replace(was, now))


def test_it_is_at_a_path_of_the_account_for_its_owner_alone() -> None:
    found = [each for each in endpoints(settings()) if each.domain == "user_settings"]
    assert [(str(each), each.name, each.access, each.answer) for each in found] == [
        ("GET /users/me/settings", "read_settings", "owner", "200 SettingsRead"),
        ("PATCH /users/me/settings", "update_settings", "owner", "200 SettingsRead"),
    ]


def test_its_path_has_hyphens_between_words() -> None:
    found = endpoints(settings("Settings", "DisplaySettings"))
    assert "GET /users/me/display-settings" in {str(each) for each in found}


def test_no_two_of_its_rows_have_one_owner() -> None:
    (table,) = [each for each in tables(settings()) if each.name == "user_settings"]
    assert [unique.columns for unique in table.uniques] == [("owner_id",)]
    assert not table.indexes


def test_nothing_is_changed_where_nobody_may() -> None:
    found = endpoints(settings(", update: owner", ""))
    assert [str(each) for each in found if "settings" in each.path] == ["GET /users/me/settings"]


@pytest.mark.parametrize(
    "line",
    [
        "actions: {reset: {by: owner, sets: {theme: light}}}",
        "bulk: [update]",
        "export: [csv]",
        "include: [owner]",
        "list: {sort: [theme]}",
        "unique: [[owner, theme]]",
    ],
)
def test_what_is_about_rows_is_not_for_one(mistakes: Mistakes, line: str) -> None:
    found = mistakes(f"{PAGE}    {line}\n")
    key = line.partition(":")[0]
    said = f"Each account has one `Settings`, which takes no `{key}`."
    assert (8, said, "Take it out.") in [(each.line, each.what, each.help) for each in found]


@pytest.mark.parametrize(
    ("was", "now", "what", "advice"),
    [
        ("theme: light | dark = light", "theme: light | dark", "`theme` has no value then", "`?`"),
        ("low: int = 1", "low: datetime = now", "when `now` says nothing", "`?`"),
        ("low: int = 1", "books: [Book]", "holds its own fields alone", "Take it out"),
        ("low: int = 1", "twice: = high * 2", "holds its own fields alone", "Take it out"),
        ("read: owner,", "read: signed in,", "reaches its own `Settings` alone", "Write `owner`"),
        (
            "update: owner",
            "write: owner",
            "goes with its account",
            "`{read: owner, update: owner}`",
        ),
        ("read: owner, ", "", "Nobody may read their own", "`{read: owner, update: owner}`"),
        ("singleton: true", "singleton: true\n    owned: false", "belongs to it anyway", "Take"),
        ("Settings:", "User:", "An account is what there is one of already", "Take it out"),
    ],
)
def test_what_cannot_be_one_is_refused(
    mistakes: Mistakes, was: str, now: str, what: str, advice: str
) -> None:
    assert was in PAGE
    found = mistakes(PAGE.replace(was, now) + OTHER)
    assert any(what in each.what and advice in each.help for each in found), found


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("low < high", ""),
        ("low > high", "The defaults of `low` and `high` break this."),
        ("at most 3 per theme", "There is one row of each account, and no rule among them."),
    ],
)
def test_rules_are_about_its_own_fields_and_hold_from_the_beginning(
    mistakes: Mistakes, rule: str, what: str
) -> None:
    found = mistakes(PAGE.replace("high: int?", "high: int = 2") + f"    rules: [{rule}]\n")
    assert [each.what for each in found] == ([what] if what else [])


def test_nothing_refers_to_it(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(PAGE + OTHER.replace("title: str", "look: Settings?"))
    assert mistake.what == "`Settings` has no id: each account reaches its own alone."
    assert mistake.help == "Refer to `User`."


def test_accounts_do_not_include_it(mistakes: Mistakes) -> None:
    user = "  User: {access: {read: admin}, include: [user_settings]}\n"
    (mistake,) = mistakes(PAGE + user)
    assert "Nobody may list `Settings`" in mistake.what


@pytest.mark.parametrize("path", ["POST /user-settings/reset", "GET /users/me/settings"])
def test_no_endpoint_stands_in_its_folder_or_at_its_path(mistakes: Mistakes, path: str) -> None:
    found = mistakes(f"{PAGE}endpoints: {{{path}: {{access: admin, returns: {{a: int}}}}}}\n")
    assert "settings" in found[0].what


def test_it_needs_accounts(mistakes: Mistakes) -> None:
    found = mistakes(PAGE.replace("auth: {sign_up: open}\n", ""))
    assert any("there are no accounts" in each.what for each in found)


def test_a_resource_that_is_no_singleton_is_still_not_called_so(mistakes: Mistakes) -> None:
    found = mistakes(PAGE.replace("    singleton: true\n", "    owned: true\n"))
    assert found[0].what.startswith("`Settings` is a name that built code itself uses")


def test_what_is_gone_breaks_clients() -> None:
    before, after = settings(), settings("low: int = 1, ", "")
    assert breaking(before, after) == (
        "`Settings.low` is gone: bodies must not have it, answers do not.",
    )
    assert breaking(before, settings(", update: owner", "")) == (
        "`PATCH /users/me/settings` is gone.",
    )
