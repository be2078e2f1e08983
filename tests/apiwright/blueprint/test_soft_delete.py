"""Rows that are kept when they are deleted: what it means, and what cannot be meant."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.compare import compare
from apiwright.plan.contract import endpoints

from tests.apiwright.blueprint.conftest import Mistakes

ACCESS = "{read: anyone, delete: admin, restore: admin}"
PAGE = """\
backend: Shop
auth: {{sign_up: open}}
resources:
  Book:
    soft_delete: {kept}
    fields: {fields}
    access: {access}
    {more}
"""


def page(
    kept: str = "true", access: str = ACCESS, fields: str = "{title: str}", more: str = ""
) -> str:
    return PAGE.format(kept=kept, access=access, fields=fields, more=more)


def shop(*, kept: bool, fields: str = '{title: "str, unique"}') -> Blueprint:
    access = ACCESS if kept else "{read: anyone, delete: admin}"
    return read_blueprint(page(str(kept).lower(), access, fields))


def ends(access: str) -> dict[str, str]:
    every = endpoints(read_blueprint(page(access=access)))
    return {str(each): each.access for each in every if each.path.startswith("/books/")}


def test_each_operation_with_a_rule_has_an_endpoint() -> None:
    rules = "{read: anyone, delete: user, restore: user, purge: admin}"
    assert ends(rules) == {
        "GET /books/{book_id}": "anyone",
        "DELETE /books/{book_id}": "user",
        "GET /books/deleted": "user",
        "POST /books/{book_id}/restore": "user",
        "DELETE /books/deleted/{book_id}": "admin",
    }


def test_deleted_rows_are_listed_for_who_may_restore_or_purge_them() -> None:
    assert ends("{read: anyone, delete: user, purge: admin}")["GET /books/deleted"] == "admin"
    assert "GET /books/deleted" not in ends("{read: anyone, delete: user}")


def test_neither_restore_nor_purge_is_meant_by_write() -> None:
    assert not any("deleted" in each for each in ends("{read: anyone, write: user}"))


@pytest.mark.parametrize(
    ("said", "what", "advice"),
    [
        (page(access="{read: anyone}"), "Nobody may delete `Book`", "`delete: …`"),
        (page(kept="false"), "Nothing is kept of a `Book`", "`soft_delete: true`"),
        (
            page(access="{read: admin, delete: admin, restore: user}"),
            "`user` may change what `user` may not read",
            "`read: admin | user`",
        ),
        (page(fields="{deleted_at: datetime?}"), "`deleted_at` is built into", "Take it out."),
        (
            page(more="actions: {restore: {by: admin}}"),
            "`restore` is there already",
            "another name",
        ),
        (
            page(more="endpoints: {POST /books/purge: {access: admin}}").replace(
                "    endpoints", "endpoints"
            ),
            "`purge` is there already",
            "`name: …`",
        ),
        (
            page(more="endpoints: {GET /books/deleted: {access: admin}}").replace(
                "    endpoints", "endpoints"
            ),
            "`GET /books/deleted` is there already",
            "another path",
        ),
        (page().replace("Book:", "User:"), "An account that is deleted is gone", "`is_active`"),
        (
            page(more="owned: true\n    members: Membership")
            + "  Membership: {fields: {book: 'Book, on delete cascade', user: 'User, on delete "
            "cascade'}, unique: [[book, user]], access: {read: admin}}\n",
            "The members of a `Book` would stay",
            "take `members` out",
        ),
        (
            page(
                fields="{club: 'Club, on delete cascade', user: 'User, on delete cascade'}",
                more="unique: [[club, user]]",
            )
            + "  Club: {members: Book, fields: {name: str}, access: {read: anyone}}\n",
            "A membership that is deleted must count no more",
            "`Club`",
        ),
        (
            page()
            + "  Chapter: {fields: {book: 'Book, on delete cascade'}, access: {read: anyone}}\n",
            "a `Chapter` that went with it could not",
            "`on delete restrict`",
        ),
        (
            page() + "  Back: {plural: restore, under: book, fields: {book: Book}, "
            "access: {read: anyone}}\n",
            "`/books/…/restore` is there already",
            "`plural: …`",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_where_it_stands(
    mistakes: Mistakes, said: str, what: str, advice: str
) -> None:
    found = [each for each in mistakes(said) if what in each.what]
    assert len(found) == 1, mistakes(said)
    assert advice in found[0].help
    assert found[0].line > 1


def test_rows_that_refer_by_other_words_need_not_be_kept(mistakes: Mistakes) -> None:
    pages = "  Chapter: {fields: {book: Book, of: 'Book?, on delete set null'}, "
    assert mistakes(f"{page()}{pages}access: {{read: anyone}}}}\n") == ()


def test_to_keep_rows_from_now_on_breaks_nobody_and_loses_nothing() -> None:
    step = compare(shop(kept=False), shop(kept=True))
    assert step.breaking == ()
    assert step.tables.losses == ()


def test_to_keep_rows_no_more_loses_those_that_are_deleted() -> None:
    before, after = shop(kept=True), shop(kept=False)
    assert "`POST /books/{book_id}/restore` is gone." in breaking(before, after)
    assert compare(before, after).tables.losses == ("books.deleted_at", "books.deleted_with")
