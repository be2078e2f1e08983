"""Pages of blueprints, and what is wrong with them."""

from collections.abc import Callable
from textwrap import dedent, indent

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.page.mistakes import BlueprintMistakes, Mistake
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  User: {access: {read: signed in}}
  Author:
    fields: {name: str}
    access: {read: anyone}
  Book:
    owned: true
    access: {read: anyone, write: owner}
    fields:
"""
FIRST_FIELD_LINE = PAGE.count("\n") + 1

Mistakes = Callable[[str | bytes], tuple[Mistake, ...]]


@pytest.fixture
def mistakes() -> Mistakes:
    def find(page: str | bytes) -> tuple[Mistake, ...]:
        try:
            read_blueprint(page)
        except BlueprintMistakes as found:
            return found.mistakes
        return ()

    return find


@pytest.fixture
def page_with() -> Callable[[str], str]:
    """A page whose `Book` has these lines as fields; what is not indented stands beside them."""

    def make(lines: str) -> str:
        return PAGE + indent(dedent(lines), "      ") + "\n"

    return make


@pytest.fixture
def read_page(page_with: Callable[[str], str]) -> Callable[[str], Blueprint]:
    return lambda lines: read_blueprint(page_with(lines))


@pytest.fixture
def mistakes_in(page_with: Callable[[str], str], mistakes: Mistakes) -> Callable[[str], list[str]]:
    """Each mistake in some fields, with its line counted from the first field."""

    def find(lines: str) -> list[str]:
        return [
            f"{each.line - FIRST_FIELD_LINE + 1}:{each.column - 6}: {each.what} {each.help}".strip()
            for each in mistakes(page_with(lines))
        ]

    return find
