"""What accounts are let do: what a rule means by it, and what a page cannot mean."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Desk
roles: [customer, agent, lead]
permissions: {refund: lead, look: nobody}
auth: {sign_up: open}
resources:
  User:
    fields: {nickname: str?}
    access: {read: lead, update: lead}
  Ticket:
    fields: {title: str}
    access: {read: signed in, create: may refund, delete: may look}
endpoints:
  GET /stats/all: {returns: {sum: int}, access: may refund}
"""
MISTAKES = [
    ("may look", "may lok", "11:59: `lok` is no permission. Write `look`."),
    (
        "access: may refund",
        "access: may fly",
        "13:49: `fly` is no permission. Choose from `refund`, `look`.",
    ),
    ("refund: lead", "refund: leed", "3:23: `leed` is no role. Write `lead`."),
    (
        "refund: lead",
        "Refund: lead",
        "3:15: `Refund` is not spelled like a permission. Write `refund`.",
    ),
    (
        "access: {read: lead, update: lead}",
        "access: {read: lead}",
        (
            "3:1: Nobody can give permissions, for nobody changes accounts. "
            "Add `User: {access: {read: lead, update: lead}}`."
        ),
    ),
    (
        "nickname: str?",
        "permissions: str?",
        "7:14: `permissions` is where accounts have their permissions. Write another name.",
    ),
    (
        "update: lead}",
        "update: may refund}",
        "8:34: Who may add or change accounts can make themselves `lead`. Write `lead`.",
    ),
    (
        "read: signed in, create",
        "read: agent, create",
        (
            "11:55: `may look` may change what `may look` may not read, and so cannot find. "
            "Write `read: agent | may look`."
        ),
    ),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_is_told(
    right: str, wrong: str, said: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    assert right in PAGE
    found = [
        f"{each.line}:{each.column}: {each.what} {each.help}"
        for each in mistakes(PAGE.replace(right, wrong))
    ]
    assert said in found


def test_a_role_that_may_anyway_stands_beside_the_permission() -> None:
    blueprint = read_blueprint(PAGE)
    ticket = blueprint.resource("Ticket")
    assert str(ticket.access.create) == "may refund | lead"
    assert str(ticket.access.delete) == "may look"
    assert str(blueprint.endpoints[0].access) == "may refund | lead"


def test_without_accounts_nobody_can_be_let_do_anything(
    mistakes: Callable[[str], tuple[Mistake, ...]],
) -> None:
    page = PAGE.replace("auth: {sign_up: open}\n", "")
    assert "There are no accounts that could have permissions." in [
        each.what for each in mistakes(page)
    ]
