"""Many rows in one call: what `bulk` means, what cannot be meant, and what clients lose."""

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
    bulk: {bulk}
    {more}
"""
ALL = "{read: admin, write: admin}"


def page(bulk: str, access: str = ALL, more: str = "") -> str:
    return PAGE.format(bulk=bulk, access=access, more=more)


def shop(bulk: str, access: str = ALL, more: str = "") -> Blueprint:
    return read_blueprint(page(bulk, access, more))


def test_each_operation_is_one_endpoint_for_whom_the_operation_is() -> None:
    found = [each for each in endpoints(shop("[create, update, delete]")) if "bulk" in each.path]
    assert [(str(each), each.name, each.answer) for each in found] == [
        ("POST /books/bulk", "bulk_create_books", "200 BulkOutcomes[BookRead]"),
        ("PATCH /books/bulk", "bulk_update_books", "200 BulkOutcomes[BookRead]"),
        ("POST /books/bulk-delete", "bulk_delete_books", "200 BulkDeletions"),
    ]
    assert [each.body for each in found] == [
        "Bulk[BookCreate]",
        "Bulk[BookBulkUpdate]",
        "Bulk[UUID]",
    ]
    assert {each.access for each in found} == {"admin"}


def test_rows_below_a_row_are_made_where_their_list_is() -> None:
    chapter = """
  Chapter:
    fields: {book: "Book, on delete cascade", title: str}
    access: {read: admin, write: admin}
    under: book
    bulk: [create, delete]
"""
    found = {str(each) for each in endpoints(shop("[create]", more=chapter)) if "bulk" in each.path}
    assert found == {
        "POST /books/bulk",
        "POST /books/{book_id}/chapters/bulk",
        "POST /chapters/bulk-delete",
    }


@pytest.mark.parametrize(
    ("bulk", "what", "advice"),
    [
        ("[craete]", "`craete` is none of", "Write `create`."),
        ("create", "", "list"),
        ("[]", "names no operation", "`bulk: [create, update, delete]`"),
        ("[create, create]", "stands here twice", "Take one out"),
    ],
)
def test_operations_are_named_once_from_those_there_are(
    mistakes: Mistakes, bulk: str, what: str, advice: str
) -> None:
    (mistake,) = mistakes(page(bulk))
    assert (mistake.line, what in mistake.what) == (7, True), mistake
    assert advice in f"{mistake.what} {mistake.help}"


def test_what_nobody_does_with_one_row_nobody_does_with_many(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page("[create, update]", "{read: admin, create: admin}"))
    assert (mistake.line, mistake.column) == (7, 20)
    assert mistake.what == "Nobody may update one `Book`, so nobody could update many."
    assert mistake.help == "Take it out, or say who may: `update: …`."


def test_accounts_come_and_go_one_at_a_time(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page("[create]").replace("Book:", "User:"))
    assert mistake.what == "Accounts are made, changed and deleted one at a time."


@pytest.mark.parametrize("name", ["bulk", "bulk_create"])
def test_no_action_has_its_path_or_name(mistakes: Mistakes, name: str) -> None:
    more = f"actions: {{{name}: {{on: collection, by: admin}}}}"
    (mistake,) = mistakes(page("[create]", more=more))
    assert mistake.what == f"`{name}` has the path or the name of `bulk: [create]`."


@pytest.mark.parametrize(
    "own",
    [
        "POST /books/bulk: {access: admin}",
        "POST /books/all: {name: bulk_create_books, access: admin}",
    ],
)
def test_no_endpoint_has_its_path_or_name(mistakes: Mistakes, own: str) -> None:
    (mistake,) = mistakes(f"{page('[create]')}\nendpoints: {{{own}}}\n")
    assert "bulk_create_books" in mistake.what


def test_a_way_that_is_gone_breaks_clients_and_a_new_one_does_not() -> None:
    assert breaking(shop("[create, delete]"), shop("[create]")) == (
        "`POST /books/bulk-delete` is gone.",
    )
    assert breaking(shop("[create]"), shop("[create, delete]")) == ()
