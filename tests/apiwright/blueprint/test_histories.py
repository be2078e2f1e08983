"""Audits and histories: what they mean, what cannot be meant, and what clients lose."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.relations import relations
from apiwright.plan.breaking import breaking
from apiwright.plan.contract import endpoints
from apiwright.plan.tables import tables

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Office
auth: {{sign_up: open}}
resources:
  User: {{access: {{read: signed in}}}}
  Contract:
    {keys}
    fields: {{{fields}}}
    access: {{{access}}}
"""
READ = "read: signed in, write: admin"


def page(
    keys: str = "history: true", access: str = READ, fields: str = "title: str", more: str = ""
) -> str:
    return PAGE.format(keys=keys.replace("; ", "\n    "), access=access, fields=fields) + more


def office(keys: str = "history: true", access: str = READ, **more: str) -> Blueprint:
    return read_blueprint(page(keys, access, **more))


def history_of(blueprint: Blueprint) -> list[tuple[str, str, str]]:
    return [
        (str(each), each.name, each.access)
        for each in endpoints(blueprint)
        if each.path.endswith("/history")
    ]


@pytest.mark.parametrize(
    ("access", "who"),
    [(READ, "signed in"), (f"{READ}, history: admin", "admin")],
)
def test_a_history_is_for_who_may_read_the_row_unless_said(access: str, who: str) -> None:
    path = "GET /contracts/{contract_id}/history"
    assert history_of(office(access=access)) == [(path, "list_contract_history", who)]


def test_a_history_that_is_for_nobody_is_kept_all_the_same() -> None:
    kept = office(access=f"{READ}, history: nobody")
    assert history_of(kept) == []
    assert "contract_history" in {table.name for table in tables(kept)}


def test_entries_stay_when_their_row_goes_and_owned_ones_go_with_the_account() -> None:
    for keys, going in (("history: true", []), ("history: true; owned: true", ["owner_id"])):
        table = next(each for each in tables(office(keys)) if each.name == "contract_history")
        rules = {key.column: key.on_delete for key in table.foreign_keys}
        assert rules == {"by_id": "SET NULL"} | dict.fromkeys(going, "CASCADE")


def test_an_audited_table_has_two_accounts_more() -> None:
    table = next(each for each in tables(office("audit: true")) if each.name == "contracts")
    assert {(key.column, key.on_delete) for key in table.foreign_keys} == {
        ("created_by_id", "SET NULL"),
        ("updated_by_id", "SET NULL"),
    }
    assert all(each.nullable for each in table.columns if each.name.endswith("_by_id"))


def test_what_an_account_made_is_told_from_what_refers_to_it() -> None:
    fields = "title: str, clerk: User"
    blueprint = office("audit: true", fields=fields)
    known = relations(blueprint, blueprint.resource("User"))
    assert [*known] == ["contracts by created_by", "contracts by updated_by", "contracts"]
    counting = "User: {fields: {contract_count: count of contracts}, access: {read: signed in}}"
    read_blueprint(
        page("audit: true", fields=fields).replace("User: {access: {read: signed in}}", counting)
    )


@pytest.mark.parametrize(
    ("wrong", "line", "what", "advice"),
    [
        (page(access=f"{READ}, history: admni"), 8, "`admni`", "`admin`"),
        (page("audit: false", f"{READ}, history: admin"), 8, "Nothing keeps", "`history: true`"),
        (page(access="read: admin, history: signed in"), 8, "may see the history of", "`read:"),
        (page(access="read: signed in, history: owner"), 8, "have no owner", "`owned: true`"),
        (page("audit: true", fields="created_by: User"), 7, "every row with `audit`", "another"),
        (page("audit: true", fields="updated_by: str"), 7, "every row with `audit`", "another"),
        (
            page("history: true; actions: {history: {by: admin}}"),
            7,
            "what the resource keeps",
            "another",
        ),
        (
            page("audit: true; rules: [at most 3 per created_by]"),
            7,
            "after its rules",
            "`per owner`",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_where_it_stands(
    mistakes: Mistakes, wrong: str, line: int, what: str, advice: str
) -> None:
    (mistake, *_) = mistakes(wrong)
    assert mistake.line == line, mistake
    assert what in mistake.what, mistake
    assert advice in str(mistake.help), mistake


@pytest.mark.parametrize("key", ["audit", "history"])
def test_who_did_it_needs_accounts(mistakes: Mistakes, key: str) -> None:
    wrong = f"""\
backend: Office
resources:
  Contract:
    {key}: true
    fields: {{title: str}}
    access: {{read: anyone}}
"""
    (mistake,) = mistakes(wrong)
    assert (mistake.line, "there are no accounts" in mistake.what) == (4, True)
    assert mistake.help == "Add `auth: {sign_up: open}`."


@pytest.mark.parametrize("key", ["audit", "history"])
def test_accounts_have_neither(mistakes: Mistakes, key: str) -> None:
    user = f"User: {{{key}: true, access: {{read: signed in}}}}"
    wrong = page("audit: true").replace("User: {access: {read: signed in}}", user)
    (mistake,) = mistakes(wrong)
    assert "Accounts have neither audit nor history" in mistake.what


BELOW = """\
  Entry:
    plural: history
    under: contract
    fields: {contract: Contract}
    access: {read: signed in}
"""
OTHER = "  {}: {{fields: {{{}}}, access: {{read: anyone}}}}\n"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (OTHER.format("Change", "title: str"), "`Change`"),
        (OTHER.format("ContractHistory", "title: str"), "`ContractHistory`"),
        (
            OTHER.format("Entry", "title: str").replace("{f", "{plural: contract_history, f"),
            "table",
        ),
        (BELOW, "`/history`"),
        ("endpoints: {'GET /contracts/{contract}/history': {access: signed in}}\n", "history"),
    ],
)
def test_nothing_else_has_the_names_of_a_history(mistakes: Mistakes, more: str, name: str) -> None:
    found = mistakes(page(more=more))
    assert any(name in mistake.what for mistake in found), found
    assert mistakes(page("audit: false", more=more)) == ()


@pytest.mark.parametrize("fields", ["history: '[Note]'", "title: str, history: a | b"])
def test_neither_has_a_table_or_an_enum(mistakes: Mistakes, fields: str) -> None:
    more = OTHER.format("Note", "title: str")
    (mistake,) = mistakes(page(fields=fields, more=more))
    assert "name that is taken" in mistake.what
    assert mistakes(page("audit: true", fields=fields, more=more)) == ()


def test_what_clients_lose_is_said() -> None:
    kept = office("audit: true; history: true; list: {filter: [created_by]}")
    assert breaking(kept, office("audit: false")) == (
        "`GET /contracts/{contract_id}/history` is gone.",
        "`GET /contracts` no longer filters `created_by` by `eq`.",
        "`Contract.created_by_id` is gone: answers do not have it.",
        "`Contract.updated_by_id` is gone: answers do not have it.",
    )
    assert breaking(office("audit: false"), kept) == ()
    assert breaking(office(), office(access=f"{READ}, history: admin")) == (
        "`GET /contracts/{contract_id}/history` is for `admin` now; it was for `signed in`.",
    )
