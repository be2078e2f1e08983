"""Versions of the interface: what cannot be meant, and what to write instead."""

import pytest

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
api: {api}
auth: {{sign_up: open}}
versions:
  {version}:
    resources: {{{shapes}}}
resources:
  User: {{fields: {{nick: str?}}, access: {{read: admin}}}}
  Author: {{fields: {{name: str}}, access: {{read: anyone}}, include: [books]}}
  Tag: {{fields: {{word: str}}, access: {{read: anyone}}}}
  Book:
    fields:
      title: str
      isbn: str?
      price: money?
      place: coordinates?
      tags: [Tag]
      editions: "[Tag] 1.."
      author: Author
      note: str?
      loans: count of loans
    access: {{read: anyone, write: anyone}}
    include: [author]
    actions:
      annotate: {{by: anyone, body: [note]}}
  Loan:
    fields: {{book: Book, day: date}}
    access: {{read: anyone}}
    under: book
  Log:
    fields: {{line: str}}
    access: {{read: anyone, create: anyone}}
    bulk: [create]
  Place:
    fields: {{parent: Place?}}
    access: {{read: anyone}}
    tree: parent
endpoints:
  GET /stats/best: {{returns: Loan, access: anyone}}
"""

SHAPES = [
    ("Bok: none", "`Bok` is no resource of the page.", "Write `Book`."),
    ("User: {was: {nick: name}}", "Accounts are the same in every version.", "Take `User` out."),
    ("Book: {}", "This says nothing of `Book`.", "Write `was: {…}`, `without: […]` or `none`."),
    (
        "Log: {was: {line: row}}",
        "`Log` has `bulk`, which knows the names of today alone.",
        "Write `none`, or take `bulk` out.",
    ),
    ("Book: gone", "`gone` is none of `none`.", "Write `none`."),
    (
        "Book: {was: {titel: name}}",
        "`titel` is no field of `Book` today.",
        "Write `title`.",
    ),
    ("Book: {was: {title: title}}", "`title` is what it is called today.", "Take it out."),
    (
        "Book: {was: {created_at: made}}",
        "`created_at` is built in, and the same in every version.",
        "Take it out.",
    ),
    (
        "Book: {was: {place: spot}}",
        "`place` is no field by itself.",
        "Write `place_latitude` or `place_longitude`.",
    ),
    (
        "Book: {was: {title: Name}}",
        "`Name` is not spelled like a field.",
        "Write `name`.",
    ),
    ("Book: {was: {title: limit}}", "`limit` is a parameter of every list.", "Write the name that"),
    ("Book: {was: {title: isbn}}", "Something else is called `isbn` then.", "Write the name that"),
    (
        "Book: {was: {isbn: author_id}}",
        "Something else is called `author_id` then.",
        "Write the name that",
    ),
    (
        "Book: {was: {title: one, isbn: one}}",
        "Something else is called `one` then.",
        "Write the name that",
    ),
    (
        "Book: {was: {author: writer}}",
        "`include` shows `author`, by the same word in every version.",
        "Take it out: here it is `author` too.",
    ),
    (
        "Loan: {was: {book: item}}",
        "`Loan` stands below `book`, in every version.",
        "Take it out: here it is `book` too.",
    ),
    (
        "Book: {without: [titel]}",
        "`titel` is no field of `Book` today.",
        "Write `title`.",
    ),
    (
        "Book: {without: [title]}",
        "New rows need `title`, which clients of then do not send.",
        "Give `title` a default or `?`",
    ),
    (
        "Book: {without: [editions]}",
        "New rows need `editions`, which clients of then do not send.",
        "Give `editions` a default or `?`",
    ),
    ("Book: {without: [isbn, isbn]}", "`isbn` stands here twice.", "Take one out."),
    (
        "Book: {was: {isbn: code}, without: [isbn]}",
        "`isbn` stands here twice.",
        "Take one out.",
    ),
    (
        "Book: {without: [note]}",
        "The action `annotate` takes `note`, in every version.",
        "Take it out.",
    ),
    (
        "Place: {without: [parent]}",
        "`parent` makes `Place` a tree, in every version.",
        "Take it out.",
    ),
    (
        "Tag: none, Book: {without: [tags]}",
        "`Book.editions` leads to it.",
        "Write `Book: {without: [editions]}` beside it.",
    ),
    (
        "Author: none",
        "`Book.author` leads to it.",
        "Write `Book: none` too, or let `v1` have it.",
    ),
    (
        "Book: none",
        "`Author` can include `books`, in every version.",
        "Let `v1` have it.",
    ),
    (
        "Loan: none",
        "`GET /stats/best` answers it, in every version.",
        "Let `v1` have it.",
    ),
]


def page(shapes: str = "", api: str = "v2", version: str = "v1") -> str:
    return PAGE.format(shapes=shapes, api=api, version=version)


@pytest.mark.parametrize(
    "shapes",
    [
        "",
        "Book: {was: {title: name, price: cost, place_latitude: north, loans: lent}}",
        "Book: {was: {title: isbn, isbn: title}}",
        "Book: {was: {title: isbn}, without: [isbn, tags, loans, place_longitude]}",
        "Place: {was: {parent: above}}",
    ],
)
def test_a_version_says_only_what_is_otherwise(mistakes: Mistakes, shapes: str) -> None:
    assert mistakes(page(shapes)) == ()


@pytest.mark.parametrize(("shapes", "what", "advice"), SHAPES)
def test_what_a_version_cannot_have_otherwise_is_refused_where_it_stands(
    mistakes: Mistakes, shapes: str, what: str, advice: str
) -> None:
    found = [each for each in mistakes(page(shapes)) if each.what == what]
    assert found, mistakes(page(shapes))
    assert found[0].help.startswith(advice)
    assert found[0].line == 6
    assert found[0].column > len("    resources: {")


@pytest.mark.parametrize(
    ("api", "version", "what", "advice"),
    [
        ("2", "v1", "`api` is `2`; it should be a text.", 'Put it in quotes: `"2"`.'),
        ("'2'", "v1", "`2` is no version of an interface.", "Write `v2`."),
        ("v2.1", "v1", "`v2.1` is no version of an interface.", "Write `v2`."),
        ("v2", "old", "`old` is no version of an interface.", "Write `v1`."),
        ("v2", "v01", "`v01` is no version of an interface.", "Write `v1`."),
        ("v1", "v1", "`v1` is what the page describes", "Write a later one: `api: v2`."),
        ("v1", "v3", "`v3` is later than `v1`, which the page describes.", "Write `api: v4`."),
    ],
)
def test_versions_are_numbered_and_in_order(
    mistakes: Mistakes, api: str, version: str, what: str, advice: str
) -> None:
    (mistake,) = mistakes(page(api=api, version=version))
    assert (mistake.what[: len(what)], mistake.help) == (what, advice)


def test_older_versions_need_a_newer_one(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page().replace("api: v2\n", ""))
    assert mistake.what.startswith("There is no version of the page itself")
    assert mistake.help == "Say it: `api: v2`."


def test_the_end_comes_after_the_beginning_of_the_end(mistakes: Mistakes) -> None:
    days = "v1:\n    deprecated: 2027-01-01\n    sunset: 2026-01-01"
    (mistake,) = mistakes(page().replace("v1:", days, 1))
    assert mistake.what == "It is gone before it is deprecated, on 2027-01-01."


def test_no_path_and_no_folder_is_called_like_a_version(mistakes: Mistakes) -> None:
    (mistake,) = mistakes(page().replace("GET /stats/best", "GET /v1/best"))
    assert mistake.what == "`/v1` stands before every path of that version, without being said."
    (mistake,) = mistakes(page().replace("Tag: {", "Tag: {plural: v1, "))
    assert mistake.what == "`v1` is a version of the interface."


def test_an_include_that_there_is_not_is_told_beside_a_resource_that_there_was_not(
    mistakes: Mistakes,
) -> None:
    found = [each.what for each in mistakes(page("Loan: none").replace("[books]", "[boks]"))]
    assert "`boks` is no relation of this resource." in found
