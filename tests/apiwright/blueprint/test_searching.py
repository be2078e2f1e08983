"""Search: what it looks into, what cannot be meant, and what clients lose."""

from apiwright.blueprint.fields.built_in import searched
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.tables import tables

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
resources:
  Book:
    fields:
      title: {title}
      blurb: {blurb}
    access: {{{rule}: anyone}}
    list: {{sort: {sort}}}
{more}
"""


def page(
    title: str = "str, search 4",
    blurb: str = "text?, search",
    rule: str = "read",
    sort: str = "[title]",
    more: str = "",
) -> str:
    return PAGE.format(title=title, blurb=blurb, rule=rule, sort=sort, more=more)


def shop(title: str = "str, search 4", rule: str = "read") -> Blueprint:
    return read_blueprint(page(title=title, rule=rule))


def test_fields_have_their_weights() -> None:
    assert searched(shop().resource("Book")) == {"title": 4, "blurb": 1}
    assert searched(shop("{type: str, search: true}").resource("Book"))["title"] == 1


def test_what_is_searched_has_a_table_of_words_and_what_nobody_lists_has_none() -> None:
    assert [table.name for table in tables(shop())] == ["books", "books_search"]
    assert [table.name for table in tables(shop(rule="create"))] == ["books"]


def test_relevance_needs_no_saying(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page(sort="[title, relevance]"))
    assert mistake.line == 8
    assert "there by itself" in mistake.help


def test_no_field_has_the_name_of_the_order(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page().replace("blurb", "relevance"))
    assert (mistake.line, "order of every list" in mistake.what) == (6, True)
    read_blueprint(page("str", "str?").replace("blurb", "relevance"))


def test_nothing_else_has_the_table_of_words(mistakes: Mistakes) -> None:
    other = "  Find:\n    plural: books_search\n    fields: {name: str}\n"
    (mistake,) = mistakes(page(more=f"{other}    access: {{read: anyone}}"))
    assert "the search of `Book` needs, `books_search`" in mistake.what


def test_what_is_no_longer_searched_breaks_clients() -> None:
    assert breaking(shop(), shop("str")) == ("`GET /books` no longer searches `title`.",)
    assert breaking(shop("str"), shop()) == ()
