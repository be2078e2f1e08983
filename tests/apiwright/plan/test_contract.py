"""The contract names every endpoint that the built app has."""

from dataclasses import replace

from apiwright.blueprint.model import Auth, Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.contract import Endpoint, endpoints


def by_name(blueprint: Blueprint) -> dict[str, Endpoint]:
    return {endpoint.name: endpoint for endpoint in endpoints(blueprint)}


def test_endpoints_come_in_the_order_in_which_the_page_is_written(shop: Blueprint) -> None:
    assert [str(endpoint) for endpoint in endpoints(shop)] == [
        "POST /auth/sign-in",
        "POST /auth/refresh",
        "POST /auth/sign-out",
        "POST /auth/change-password",
        "POST /auth/forgot-password",
        "POST /auth/reset-password",
        "POST /auth/change-email",
        "POST /auth/confirm-email",
        "GET /auth/sessions",
        "DELETE /auth/sessions/{session_id}",
        "POST /auth/sign-out-everywhere",
        "POST /users/sign-up",
        "POST /users/verify-email",
        "GET /users/me",
        "POST /users/me/delete",
        "GET /authors",
        "POST /authors",
        "GET /authors/{author_id}",
        "PATCH /authors/{author_id}",
        "DELETE /authors/{author_id}",
        "GET /books",
        "POST /books",
        "GET /books/{book_id}",
        "PATCH /books/{book_id}",
        "DELETE /books/{book_id}",
        "GET /order-lines",
        "POST /order-lines",
        "GET /order-lines/{order_line_id}",
        "GET /.well-known/jwks.json",
        "GET /health/live",
        "GET /health/ready",
    ]


def test_each_says_who_may_call_it_and_what_comes_back(shop: Blueprint) -> None:
    found = by_name(shop)
    assert found["list_books"].answer == "200 CursorPage[BookRead]"
    assert found["list_authors"].answer == "200 Page[AuthorRead]"
    assert found["create_book"].answer == "201 BookRead"
    assert found["create_book"].body == "BookCreate"
    assert found["delete_book"].answer == "204 nothing"
    assert found["delete_book"].access == "admin"
    assert found["read_order_line"].access == "owner | admin"
    assert found["read_order_line"].domain == "order_lines"
    assert found["list_books"].is_public
    assert not found["create_book"].is_public


def test_without_accounts_there_is_nothing_to_sign_in_to() -> None:
    page = "backend: Board\nresources:\n  Note: {fields: {text: text}, access: {read: anyone}}\n"
    assert [str(endpoint) for endpoint in endpoints(read_blueprint(page))] == [
        "GET /notes",
        "GET /notes/{note_id}",
        "GET /health/live",
        "GET /health/ready",
    ]


def test_nobody_can_sign_up_where_sign_up_is_closed(shop: Blueprint) -> None:
    assert "sign_up" not in by_name(replace(shop, auth=Auth("closed")))


def test_people_change_their_own_account_where_it_has_fields_of_its_own(
    shop: Blueprint,
) -> None:
    page = """
backend: Club
auth: {sign_up: open}
resources:
  User: {fields: {nick: str}, access: {list: admin}}
"""
    found = by_name(read_blueprint(page))
    assert found["update_me"].body == "ProfileChange"
    assert found["list_users"].access == "admin"
    assert "update_me" not in by_name(shop)
