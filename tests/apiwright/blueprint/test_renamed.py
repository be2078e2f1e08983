"""What a page says of former names."""

import pytest
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  Novel:
    was: Book
    fields:
      title: str 1..200, was name, unique
      kind: paper | cloth, was format = paper
      price: money, was cost
      labels: {type: [Tag], was: tags}
    access: {read: anyone}
  Tag:
    fields: {label: {type: str, was: text}}
    access: {read: anyone}
"""


def test_it_is_read_in_short_and_in_long() -> None:
    novel, tag = read_blueprint(PAGE).resources
    assert novel.was == "Book"
    assert {part.name: part.was for part in (*novel.fields, *novel.links)} == {
        "title": "name",
        "kind": "format",
        "price": "cost",
        "price_currency": "cost_currency",
        "labels": "tags",
    }
    assert novel.field("title").unique
    assert novel.field("kind").default == "paper"
    assert tag.field("label").was == "text"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("was name,", "was title,", "7:30: `title` is what it is called today."),
        ("was name,", "was kind,", "7:30: There is a field `kind` today"),
        ("was name,", "was format,", "8:32: `title` and `kind` cannot both have been `format`."),
        ("was name,", "was first name,", "7:26: `was first name` is not a flag."),
        ("was: Book", "was: book", "5:10: `book` is not spelled like a resource. Write `Book`."),
        ("was: Book", "was: Tag", "5:10: There is a resource `Tag` today"),
        ("  Tag:", "  User: {was: Person, access: {read: admin}}\n  Tag:", "Accounts have always"),
    ],
)
def test_a_name_that_nothing_had_is_a_mistake(old: str, new: str, what: str) -> None:
    assert PAGE.count(old) == 1
    with pytest.raises(BlueprintMistakes) as wrong:
        read_blueprint(PAGE.replace(old, new))
    found = [f"{it.line}:{it.column}: {it.what} {it.help}" for it in wrong.value.mistakes]
    assert any(what in each for each in found), found


def test_a_body_has_no_former_names() -> None:
    page = PAGE + "endpoints:\n  POST /ping: {body: {a: 'int, was b'}, access: anyone}\n"
    with pytest.raises(BlueprintMistakes, match="was"):
        read_blueprint(page)
