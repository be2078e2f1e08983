"""A large choice comes with the draft of a record of why."""

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.shifts import shifts

PAGE = "backend: Shop\n{}resources:\n  Book: {{fields: {{title: str}}, access: {{read: {}}}}}\n"
PUBLIC = PAGE.format("", "anyone")
OPEN = PAGE.format("auth: {sign_up: open}\n", "signed in")
FACTOR = OPEN.replace("open}", "open, methods: [password, second_factor]}")
CLOSED = PAGE.format("auth: {sign_up: closed}\n", "signed in") + (
    "  User: {access: {read: admin, write: admin}}\n"
)
SECOND = PAGE.format("api: v2\nversions: {v1: {}}\n", "anyone")
TENANTS = OPEN.replace("auth:", "tenants: Company\nauth:") + (
    "  Company: {fields: {name: str}, access: {read: signed in}}\n"
)


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (PUBLIC, OPEN, "People have accounts"),
        (OPEN, PUBLIC, "There are no accounts"),
        (OPEN, CLOSED, "Sign-up is closed"),
        (OPEN, FACTOR, "People sign in with password, second_factor"),
        (OPEN, TENANTS, "Each Company has rows of its own"),
        (TENANTS, OPEN, "Rows are of all"),
        (PUBLIC, SECOND, "The interface is v2"),
    ],
)
def test_a_large_choice_is_seen(before: str, after: str, title: str) -> None:
    [shift] = shifts(read_blueprint(before), read_blueprint(after))
    assert shift.title == title


def test_a_small_change_is_none() -> None:
    assert (
        shifts(read_blueprint(OPEN), read_blueprint(OPEN.replace("title: str", "name: str"))) == ()
    )


def test_a_first_build_is_none() -> None:
    assert shifts(None, read_blueprint(OPEN)) == ()
