"""What older versions serve, and what their clients lose."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.calls import calls
from apiwright.plan.contract import endpoints

PAGE = """
backend: Shop
{api}
auth: {{sign_up: open}}
{versions}
resources:
  Tag: {{fields: {{word: str}}, access: {{read: anyone}}}}
  Loan:
    fields: {{book: Book, day: "date = today"}}
    access: {{read: admin}}
    include: [book]
    sunset: 2027-01-01
  Book:
    fields: {{{title}: str, pages: int?{more}}}
    rules: [{rules}]
    access: {{read: anyone, write: admin}}
    list: {{filter: [{title}], sort: [{title}, pages]}}
    export: [csv]
    actions: {{entitle: {{by: admin, body: [{title}]}}}}
"""
V1 = """versions:
  v1:
    deprecated: 2026-12-31
    sunset: 2027-06-30
    resources: {Book: {was: {title: name}}, Tag: none}
"""


def shop(title: str = "name", api: str = "", versions: str = "", more: str = "") -> Blueprint:
    said = f"api: {api}" if api else ""
    text = PAGE.format(api=said, versions=versions, title=title, more=more, rules="")
    return read_blueprint(text)


def test_every_path_has_its_version_but_those_of_health_and_keys() -> None:
    paths = {each.path for each in endpoints(shop(api="v1"))}
    assert {path.split("/")[1] for path in paths} == {"v1", "health", ".well-known"}
    assert {"/v1/auth/sign-in", "/v1/users/me", "/v1/books/{book_id}"} <= paths


def test_an_older_version_has_operations_and_schemas_of_its_own() -> None:
    found = {str(each): each for each in endpoints(shop("title", "v2", V1))}
    older, newer = found["GET /v1/books"], found["GET /v2/books"]
    assert (older.name, older.returns) == ("list_books_v1", "Page[BookReadV1]")
    assert (newer.name, newer.returns) == ("list_books", "Page[BookRead]")
    assert (older.terms, newer.terms) == (("deprecated 2026-12-31", "sunset 2027-06-30"), ())
    assert found["GET /v1/users/me"].terms == older.terms
    assert found["POST /v1/books/{book_id}/entitle"].body == "BookEntitleV1"
    assert found["GET /v1/loans"].returns == "Page[LoanWithIncludesV1]"
    assert older.domain == "books"
    assert "GET /v1/tags" not in found


def test_what_ends_before_its_version_ends_then() -> None:
    found = {str(each): each for each in endpoints(shop("title", "v2", V1))}
    assert found["GET /v1/loans"].terms == ("deprecated 2026-12-31", "sunset 2027-01-01")
    assert found["GET /v2/loans"].terms == ("sunset 2027-01-01",)


def test_calls_to_try_are_of_the_version_of_the_page() -> None:
    assert all("127.0.0.1:8000/v2/" in call.curl for call in calls(shop("title", "v2", V1)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        # The same, and now with an older version that keeps its shape.
        (shop(api="v1"), shop(api="v1"), ()),
        (shop(api="v1"), shop("title", "v2", V1.replace(", Tag: none", "")), ()),
        (shop("title", "v2", V1), shop("heading", "v2", V1.replace("title", "heading")), None),
        # What the older version had and has no longer.
        (
            shop(api="v1"),
            shop("title", "v2", V1),
            ("In `v1`: `GET /tags` is gone.", "In `v1`: `GET /tags/{tag_id}` is gone."),
        ),
        (
            shop(api="v1"),
            shop("title", "v2", V1.replace("name", "label").replace(", Tag: none", "")),
            (
                "In `v1`: `GET /books` no longer filters `name` by `eq`.",
                "In `v1`: `Book.name` is gone: bodies must not have it, answers do not.",
            ),
        ),
        # Versions that begin, move and end.
        (shop(), shop(api="v1"), ("Every path starts with `/v1` now; none did.",)),
        (
            shop(),
            shop("title", "v2", V1.replace(", Tag: none", "")),
            ("Every path starts with `/v1` now; none did.",),
        ),
        (shop(api="v1"), shop(), ("`/v1` is gone, with all below it.",)),
        (shop(api="v1"), shop(api="v2"), ("`/v1` is gone, with all below it.",)),
        (shop("title", "v2", V1), shop("title", "v2"), ("`/v1` is gone, with all below it.",)),
    ],
)
def test_clients_lose_what_their_own_version_loses(
    before: Blueprint, after: Blueprint, said: tuple[str, ...] | None
) -> None:
    found = breaking(before, after)
    if said is None:
        assert found
        assert not any(each.startswith("In `v1`") for each in found)
    elif len(said) > 1:
        assert set(said) <= {*found}
        assert all(each.startswith("In `v1`") for each in found)
    else:
        assert found == said
