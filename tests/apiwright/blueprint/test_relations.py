"""Lists of rows and includes: what they mean, and what cannot be meant."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.model import Blueprint, Filter, Link
from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.relations import included, relations
from apiwright.plan.contract import endpoints

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {{sign_up: open}}
resources:
  User: {{access: {{read: admin}}, fields: {{name: str?}}}}
  Tag:
    fields: {{name: str}}
    access: {{read: anyone}}
    {tag}
  Secret:
    fields: {{name: str}}
    access: {{create: admin}}
  Book:
    access: {{read: anyone, write: admin}}
    fields:
      title: str
      tags: {tags}
      {fields}
    {book}
"""


def page(
    tags: str = "[Tag]", fields: str = "other: str?", book: str = "list: {}", tag: str = "list: {}"
) -> str:
    return PAGE.format(tags=tags, fields=fields, book=book, tag=tag)


def book(**said: str) -> tuple[Blueprint, Link]:
    blueprint = read_blueprint(page(**said))
    return blueprint, blueprint.resource("Book").links[0]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("[Tag]", Link("tags", "Tag")),
        ('"[Tag]"', Link("tags", "Tag")),
        ('"[ Tag ] 1..5"', Link("tags", "Tag", 1, 5)),
        ('"[Tag] ..500, read-only"', Link("tags", "Tag", 0, 500, read_only=True)),
        ('{type: [Tag], max: 5, about: "Its tags."}', Link("tags", "Tag", 0, 5, about="Its tags.")),
        ('{type: "[Tag] 2..5", read_only: false}', Link("tags", "Tag", 2, 5)),
    ],
)
def test_a_list_is_said_in_short_or_in_long(tags: str, expected: Link) -> None:
    assert book(tags=tags)[1] == expected


def test_names_come_from_the_field() -> None:
    blueprint, link = book(fields="related: [Book]")
    resource = blueprint.resource("Book")
    assert (link.member, link.column, link.table(resource), link.model(resource)) == (
        "tag_ids",
        "tag_id",
        "book_tags",
        "BookTag",
    )
    related = resource.links[1]
    assert (related.member, related.table(resource)) == ("related_ids", "book_related")


def test_a_list_is_filtered_by_what_it_holds() -> None:
    blueprint, _ = book(book="list: {filter: [tags]}")
    assert blueprint.resource("Book").listing.filters == (Filter("tags", ("eq", "in")),)
    blueprint, _ = book(book="list: {filter: {tags: [in]}}")
    assert blueprint.resource("Book").listing.filters == (Filter("tags", ("in",)),)


def test_relations_are_named_after_fields_and_after_what_refers_here() -> None:
    blueprint, _ = book(
        fields="main: Tag\n      cover: Tag, unique\n      writers: [User]\n      editor: User?"
    )
    known = {
        resource.name: {name: each.kind for name, each in relations(blueprint, resource).items()}
        for resource in blueprint.resources
    }
    assert known["Book"] == {
        "main": "one", "cover": "one", "editor": "one", "tags": "links", "writers": "links"
    }  # fmt: skip
    assert known["Tag"] == {"books by main": "many", "books by tags": "back", "book": "only"}
    assert known["User"] == {"books by editor": "many", "books by writers": "back"}


def test_a_name_that_is_a_field_has_the_references_name_behind_it() -> None:
    blueprint, _ = book(fields="book: Book?\n      books: json?")
    assert [*relations(blueprint, blueprint.resource("Book"))] == ["book", "tags", "books by book"]


def test_includes_are_kept_as_written() -> None:
    blueprint, _ = book(book="include: [tags]", tag="include: [books]")
    names = [[r.member for r in included(blueprint, each)] for each in blueprint.resources]
    assert names == [[], ["books"], [], ["tags"]]


WRONG = [
    (page(tags="[Tagg]"), "`Tagg` is no resource, and a list is of rows. Write `Tag`."),
    (page(tags="[Tag, User]"), "A list is of the rows of one resource. Write `[Tag]`."),
    (page(tags='"[Tag]?"'), "`optional` means nothing for a list. Take `?` out"),
    (page(tags='"[Tag], unique"'), "`unique` means nothing for a list."),
    (page(tags='"[Tag] 5..1"'), "The fewest, 5, is not between 0 and 1."),
    (page(tags='"[Tag] ..0"'), "A list has at most 1 to 1,000 rows."),
    (page(tags='"[Tag] 0.5.."'), "The min is not a whole number."),
    (page(tags='"[Tag] 1.., read-only"'), "nobody could ever fill it. Take the bound out."),
    (page(tags="[Secret]"), "Nobody may read `Secret`, so nobody could say or see which ones."),
    (
        page(fields="reader: User").replace("write: admin", "create: signed in"),
        "A new `Book` names a `User`, and `signed in`, who may create it, may read none. Write",
    ),
    (
        page(fields='readers: "[User] 1.."', book="owned: true").replace(
            "admin}\n    f", "owner}\n    f"
        ),
        "may read none. Write `User: {access: {read: signed in}}`.",
    ),
    (page(fields="books: [Book]"), "A pair of `Book` and `books` has `book_id` twice."),
    (page(fields='others: "[Book] 1.."'), "No `Book` can be the first: each needs another."),
    (page(fields="tag_ids: json?"), "`tag_ids` is a field too. Rename one."),
    (page(fields="Labels: [Tag]"), "`Labels` is not spelled like a field. Write `labels`."),
    (page(fields="tag: [Tag]"), "Its table of pairs, `book_tag` of `BookTag`, has a name that is"),
    (page(book="list: {filter: {tags: [gt]}}"), "`gt` is no filter for a list of rows."),
    (page(book="list: {sort: [tags]}"), "A list of rows has no order to sort by. Take it out."),
    (page(book="include: [tag]"), "`tag` is no relation of this resource. Write `tags`."),
    (page(book="include: [title]"), "`title` is no relation of this resource."),
    (page(book="include: [tags, tags]"), "`tags` stands here twice. Take one out."),
    (page(fields="main: Tag", tag="include: [books]"), "Write `books by main` or `books by tags`."),
    (page(fields="main: Tag?, write-only", book="include: [main]"), "an include would tell it."),
    (page(fields="main: Secret?", book="include: [main]"), "Nobody may read `Secret`, so it would"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_what_cannot_be_meant_is_said(mistakes: Mistakes, text: str, expected: str) -> None:
    found = [f"{each.what} {each.help}" for each in mistakes(text)]
    assert any(expected in each for each in found), found


def test_accounts_have_no_lists(mistakes: Mistakes) -> None:
    text = page().replace("{name: str?}", "{tags: [Tag]}")
    assert "`User` has no lists" in mistakes(text)[0].what


def test_a_mistake_in_a_list_has_its_place(mistakes_in: Callable[[str], list[str]]) -> None:
    assert mistakes_in('title: str\nauthors: "[Auhtor] ..5, unique"') == [
        "2:12: `Auhtor` is no resource, and a list is of rows. Write `Author`.",
        "2:25: `unique` means nothing for a list. Take it out.",
    ]


NESTED = """\
backend: Shop
auth: {{sign_up: open}}
resources:
  Box:
    fields: {{name: str, above: Box?}}
    access: {{read: anyone, write: admin}}
    tree: above
  Thing:
    access: {{read: anyone, write: admin}}
    fields:
      name: str
      box: {box}
      above: {above}
    {said}
"""


def nested(said: str, box: str = "Box", above: str = "Thing?") -> str:
    return NESTED.format(said=said, box=box, above=above)


def test_lists_stand_below_rows_and_trees_are_walked() -> None:
    blueprint = read_blueprint(nested("under: box\n    tree: above"))
    found = {str(each): each.answer for each in endpoints(blueprint) if each.domain == "things"}
    assert found == {
        "GET /boxes/{box_id}/things": "200 Page[ThingRead]",
        "POST /boxes/{box_id}/things": "201 ThingRead",
        "GET /things/{thing_id}": "200 ThingRead",
        "PATCH /things/{thing_id}": "200 ThingRead",
        "DELETE /things/{thing_id}": "204 nothing",
        "GET /things/{thing_id}/children": "200 Page[ThingRead]",
        "GET /things/{thing_id}/ancestors": "200 list[ThingRead]",
        "GET /things/{thing_id}/subtree": "200 list[ThingRead]",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (nested("under: boxx"), "`boxx` is no field. Write `box`."),
        (nested("under: name"), "`name` is no reference. Name one, or take it out."),
        (nested("under: box", box="Box?"), "Write `box: Box`, without `?` or flags."),
        (nested("under: above", above="Thing?"), "can be without. Write `above: Thing`"),
        (
            nested("under: box\n    list: {filter: [box]}"),
            "Lists have one `box`, that of their path. Take its filter out.",
        ),
        (nested("under: box\n    plural: children"), "Trees have a path `/children` of their own"),
        (
            nested("under: box", box="Box, unique"),
            "has at most one below it, no list. Take `unique`",
        ),
        (nested("tree: box"), "A tree is of one kind, and `box` refers to `Box`."),
        (nested("tree: up"), "`up` is no field."),
        (nested("tree: above", above="Thing?, unique"), "which is no tree."),
        (nested("tree: above", above="Thing?, write-only"), "a tree would tell it."),
        (nested("tree: [above]"), "`tree` is a list; it should be a text."),
    ],
)
def test_what_hangs_on_nothing_is_said(mistakes: Mistakes, text: str, expected: str) -> None:
    found = [f"{each.what} {each.help}" for each in mistakes(text)]
    assert any(expected in each for each in found), found
