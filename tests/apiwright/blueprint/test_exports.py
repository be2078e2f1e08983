"""Exports: what they mean, what cannot be meant, and what clients lose."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.contract import endpoints

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {{sign_up: open}}
resources:
  Book:
    fields: {{title: str}}
    access: {access}
    export: {export}
    {more}
"""


def page(export: str, access: str = "{read: admin, write: admin}", more: str = "") -> str:
    return PAGE.format(export=export, access=access, more=more)


def shop(export: str) -> Blueprint:
    return read_blueprint(page(export))


def test_an_export_is_one_endpoint_for_whom_the_list_is() -> None:
    (found,) = [each for each in endpoints(shop("[csv, jsonl]")) if "export" in each.path]
    assert (str(found), found.name) == ("GET /books/export.{file_format}", "export_books")
    assert (found.access, found.answer) == ("admin", "200 file")
    assert found.summary == "Export books as csv or jsonl"


@pytest.mark.parametrize(
    ("export", "what", "advice"),
    [
        ("[cvs]", "`cvs` is none of", "Write `csv`."),
        ("csv", "", "list"),
        ("[]", "names no format", "`export: [csv, jsonl]`"),
        ("[csv, csv]", "stands here twice", "Take one out"),
    ],
)
def test_formats_are_named_once_from_those_there_are(
    mistakes: Mistakes, export: str, what: str, advice: str
) -> None:
    (mistake,) = mistakes(page(export))
    assert (mistake.line, what in mistake.what) == (7, True), mistake
    assert advice in f"{mistake.what} {mistake.help}"


def test_what_nobody_lists_nobody_exports(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page("[csv]", "{create: admin}"))
    assert "Nobody may list `Book`" in mistake.what


def test_accounts_are_not_exported(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page("[csv]").replace("Book:", "User:"))
    assert mistake.what == "Accounts are not for files."


def test_no_action_has_the_name_of_the_export(mistakes: Mistakes) -> None:
    more = "actions: {export: {on: collection, by: admin}}"
    (mistake,) = mistakes(page("[csv]", more=more))
    assert "`export_books`" in mistake.what


def test_no_endpoint_has_the_name_of_the_export(mistakes: Mistakes) -> None:
    own = "endpoints: {GET /books/all: {name: export_books, returns: [Book], access: admin}}"
    (mistake,) = mistakes(f"{page('[csv]')}\n{own}\n")
    assert "export_books" in mistake.what


def test_a_format_that_is_gone_breaks_clients_and_a_new_one_does_not() -> None:
    assert breaking(shop("[csv, jsonl]"), shop("[csv]")) == (
        "`Book` can no longer be exported as `jsonl`.",
    )
    assert breaking(shop("[csv]"), shop("[csv, jsonl]")) == ()
