"""Pages that were broken at random and once ended in a traceback, each as small as it gets."""

import pytest
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint

ACCOUNTS = "backend: Shop\nauth: {sign_up: open}\n"
BOOK = "  Book: {fields: {title: str}, access: {read: anyone}}\n"
PAGES = {
    "a required account that nobody may read": (
        ACCOUNTS + "resources:\n"
        "  Book:\n"
        "    fields:\n"
        "      by: User\n"
        "    access: {read: anyone, create: signed in}\n",
        6,
    ),
    "an older name that says nothing": (
        "backend: Shop\napi: v2\nversions:\n  v1:\n    resources:\n"
        "      Book:\n        was:\n          title:\nresources:\n" + BOOK,
        8,
    ),
    "permissions beside roles that are no names": (
        ACCOUNTS + "permissions: {check: nobody}\nroles: [[reader]]\nresources:\n" + BOOK,
        4,
    ),
    "members that have no name": (
        ACCOUNTS + "resources:\n"
        "  Book:\n"
        "    owned: true\n"
        '    members: ""\n'
        "    fields: {title: str}\n"
        "    access: {read: member, create: signed in}\n",
        6,
    ),
}


@pytest.mark.parametrize(("page", "line"), PAGES.values(), ids=PAGES)
def test_it_gets_a_mistake_where_it_is_broken(page: str, line: int) -> None:
    with pytest.raises(BlueprintMistakes) as caught:
        read_blueprint(page)
    assert line in [mistake.line for mistake in caught.value.mistakes]
