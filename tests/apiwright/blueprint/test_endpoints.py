"""Endpoints that are not resources: what they mean, and what they cannot."""

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest
from apiwright.blueprint import reserved
from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint
from keel.auth import AccountService
from keel.data import Service

SHOP = """\
backend: Shop
roles: [reader, editor, admin]
auth: {sign_up: open}
resources:
  Book:
    fields: {title: str, shelf: low | high}
    access: {read: anyone, write: editor}
  Note:
    owned: true
    fields: {text: str}
    access: {read: owner, write: owner}
endpoints:
"""
FIRST_LINE = SHOP.count("\n") + 1
Mistakes = Callable[[str], tuple[Mistake, ...]]


def read(endpoint: str) -> OwnEndpoint:
    (found,) = read_blueprint(SHOP + indent(endpoint, "  ")).endpoints
    return found


@pytest.mark.parametrize(
    ("key", "name", "logic"),
    [
        ("POST /books/{book}/restock", "restock_book", "restock"),
        ("GET /books/{book}/history", "book_history", "history"),
        ("GET /books/best", "best_books", "best"),
        ("POST /books/import", "import_books", "import_books"),
        ("PUT /books/{book}/cover", "replace_book_cover", "replace_cover"),
        (
            "DELETE /books/{book}/cover/thumb-nail",
            "delete_book_cover_thumb_nail",
            "delete_cover_thumb_nail",
        ),
        ("PUT /books/{book}", "replace_book", "replace"),
        ("DELETE /books", "delete_books", "delete_books"),
        ("GET /stats/best-sellers", "best_sellers", "best_sellers"),
        ("GET /stats/all", "all_stats", "all_stats"),
        ("GET /stats", "read_stats", "read_stats"),
        ("PATCH /stats/colours", "update_stats_colours", "update_colours"),
        ("POST /users/{user}/greet", "greet_user", "greet"),
    ],
)
def test_an_endpoint_is_named_after_its_path(key: str, name: str, logic: str) -> None:
    text = SHOP.replace("  Book:", "  User: {access: {read: admin}}\n  Book:")
    (endpoint,) = read_blueprint(f"{text}  {key}: {{access: admin}}").endpoints
    assert (endpoint.name, endpoint.logic) == (name, logic)


def test_a_parameter_is_a_row_or_what_the_page_says() -> None:
    endpoint = read(
        "GET /books/{book}/like/{other}/{year}: "
        "{path: {other: Book, year: int 0..}, access: anyone}"
    )
    assert endpoint.path == "/books/{book_id}/like/{other_id}/{year}"
    assert [field.target for field in endpoint.parameters] == ["Book", "Book", None]
    assert endpoint.domain == "books"


def test_it_answers_200_or_204_unless_the_page_says_otherwise() -> None:
    assert read("GET /books/best: {returns: [Book], access: anyone}").status == 200
    assert read("POST /books/{book}/lend: {access: editor}").status == 204
    assert (
        read("POST /stats/runs: {returns: {rows: int}, status: 202, access: editor}").status == 202
    )


def test_no_method_hides_what_a_service_has() -> None:
    names = {name for kind in (Service, AccountService) for name in dir(kind)}
    assert {name for name in names if not name.startswith("_")} <= reserved.SERVICE


PAIRS = (Path(__file__).parent / "endpoint_mistakes.txt").read_text().strip().split("\n\n")
MISTAKES = [tuple(pair.split("\n")) for pair in PAIRS]


@pytest.mark.parametrize(("endpoint", "mistake"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_a_way_out(
    mistakes: Mistakes, endpoint: str, mistake: str
) -> None:
    found = mistakes(SHOP + indent(endpoint, "  "))
    said = [f"{it.line - FIRST_LINE + 1}:{it.column}: {it.what} {it.help}".strip() for it in found]
    assert mistake in said


WORKS = """\
backend: Works
auth: {sign_up: open}
resources:
  Plan:
    fields: {name: str, parent: Plan?}
    access: {read: signed in, create: signed in}
    tree: parent
    actions: {copy: {by: signed in}}
  Step:
    fields: {plan: Plan, text: str}
    access: {read: signed in, create: signed in}
    under: plan
endpoints:
"""


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("GET /plans/{plan}/steps", "list_steps"),
        ("POST /plans/{plan}/steps", "create_step"),
        ("GET /plans/{plan}/children", "list_plan_children"),
        ("GET /plans/{plan}/subtree", "list_plan_subtree"),
        ("POST /plans/{plan}/copy", "copy_plan"),
    ],
)
def test_what_lists_trees_and_actions_have_is_taken(
    mistakes: Mistakes, key: str, name: str
) -> None:
    (found,) = mistakes(f"{WORKS}  {key}: {{access: signed in}}\n")
    assert found.what.endswith(f"is there already: `{name}`.")


def test_two_paths_that_differ_in_names_only_are_one(mistakes: Mistakes) -> None:
    one = "  GET /x/{a}: {path: {a: int}, access: anyone}\n"
    other = "  GET /x/{b}: {path: {b: str}, access: anyone}\n"
    (found,) = mistakes(SHOP + one + other)
    assert found.what == "`GET /x/{b}` is there already: `read_x`."


def test_without_accounts_only_anyone_can_call(mistakes: Mistakes) -> None:
    page = "backend: Shop\nresources: {}\nendpoints:\n  GET /x: {access: signed in}"
    (found,) = mistakes(page)
    assert found.what == "Nobody can meet `signed in`: there are no accounts."
