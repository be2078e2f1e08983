"""What is worked out of lists of rows, many to many, read from a page."""

import pytest
from apiwright.blueprint.computed.model import Aggregate, Condition
from apiwright.blueprint.read import read_blueprint

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  Book:
    fields:
      title: str
      tags: [Tag]
      authors: [Person]
      editor: Person
      related: [Book]
      value: BOOK
    access: {read: anyone}
  Tag:
    fields:
      weight: int 0..9
      of: Book?
      value: TAG
    access: {read: anyone}
  Person:
    fields:
      born: date?
      value: PERSON
    access: {read: anyone}
  Ghost:
    fields: {haunts: "[Book]"}
    access: {create: anyone}
  Secret:
    fields: {books: "[Book]", pin: {type: int, read: admin}}
    access: {read: anyone}
"""
SAID = {"BOOK": "count of tags", "TAG": "count of books", "PERSON": "min of books.title by editor"}
LINES = {"BOOK": 11, "TAG": 17, "PERSON": 22}
COLUMN = 14


def page(said: dict[str, str]) -> str:
    text = PAGE
    for place, each in (SAID | said).items():
        text = text.replace(place, each)
    return text


def computed(place: str, said: str) -> Aggregate:
    (field,) = read_blueprint(page({place: said})).resource(place.title()).computed
    assert isinstance(field.computed, Aggregate)
    return field.computed


@pytest.mark.parametrize(
    ("place", "said", "aggregate"),
    [
        ("BOOK", "count of tags", Aggregate("count", "Tag", "tags", way="links")),
        ("BOOK", "sum of tags.weight", Aggregate("sum", "Tag", "tags", "weight", way="links")),
        ("BOOK", "count of tags by of", Aggregate("count", "Tag", "of")),
        ("BOOK", "count of related", Aggregate("count", "Book", "related", way="links")),
        ("BOOK", "count of books", Aggregate("count", "Book", "related", way="back")),
        ("TAG", "count of books", Aggregate("count", "Book", "tags", way="back")),
        ("TAG", "max of books.title", Aggregate("max", "Book", "tags", "title", way="back")),
        ("PERSON", "count of books by editor", Aggregate("count", "Book", "editor")),
        (
            "PERSON",
            "count of books by authors",
            Aggregate("count", "Book", "authors", way="back"),
        ),
        (
            "BOOK",
            "count of tags where weight > 3",
            Aggregate("count", "Tag", "tags", None, (Condition("weight", "gt", 3),), "links"),
        ),
    ],
)
def test_a_list_has_the_names_that_includes_have(
    place: str, said: str, aggregate: Aggregate
) -> None:
    assert computed(place, said) == aggregate


@pytest.mark.parametrize(
    ("place", "said", "at", "message"),
    [
        (
            "BOOK",
            "count of tag",
            9,
            "`tag` is neither the plural of a resource nor a list of `Book`. Write `tags`.",
        ),
        ("BOOK", "count of people", 9, "`people` do not lead to `Book`."),
        ("BOOK", "count of authors by books", 20, "`authors` is a list of `Book` itself."),
        ("BOOK", "count of tags by tags", 17, "`tags` do not lead to `Book` by `tags`."),
        ("BOOK", "sum of tags.wight", 12, "`wight` is no field of `Tag`. Write `weight`."),
        ("BOOK", "count of tags where weight > 10", 29, "The value is more than 9"),
        ("BOOK", "count of ghosts", 9, "Nobody may list `Ghost`, so no row of it would count."),
        ("TAG", "count of ghosts", 9, "`ghosts` do not lead to `Tag`. Choose from `books`."),
        ("PERSON", "count of books", 9, "`books` lead to `Person` by `editor`, `authors`."),
    ],
)
def test_a_mistake_has_its_column(
    mistakes: Mistakes, place: str, said: str, at: int, message: str
) -> None:
    (found,) = mistakes(page({place: said}))
    assert (found.line, found.column) == (LINES[place], COLUMN + at)
    assert f"{found.what} {found.help}".startswith(message)


def test_what_not_everybody_may_read_of_linked_rows_is_not_worked_out(mistakes: Mistakes) -> None:
    (found,) = mistakes(page({"BOOK": "sum of secrets.pin"}))
    assert found.what.startswith("Not all who may list a `Secret` may read its `pin`")


def test_two_resources_are_worked_out_over_each_other() -> None:
    blueprint = read_blueprint(page({}))
    over = [field.computed for it in blueprint.resources for field in it.computed]
    assert [each.resource for each in over if isinstance(each, Aggregate)] == [
        "Tag",
        "Book",
        "Book",
    ]
