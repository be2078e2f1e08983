"""What is worked out of the rows around a row, read from a page."""

import pytest
from apiwright.blueprint.computed.model import Aggregate, Condition
from apiwright.blueprint.model import Field
from apiwright.blueprint.read import read_blueprint

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  Author:
    fields: {name: str}
    access: {read: anyone}
  Book:
    fields:
      title: str
      value: SAID
    access: {read: anyone}
    list: {sort: [LISTED]}
  Review:
    owned: true
    fields:
      book: Book
      stars: int 1..5
      price: decimal(8,3)?
      weight: float
      size: int ..9000000000000000
      body: text
      extra: json?
      state: open | in-work
      done: bool
      secret: int, write-only
      born: date?
    access: {read: anyone}
  Visit:
    fields: {book: Book, other: Book?}
    access: {create: anyone}
"""
GRAMMAR = "Write it like `average of reviews.rating` or `count of reviews where status = open`."
CONDITIONS = "A condition reads `status = published` or `born is null`; `and` joins several."
LINE = 10
COLUMN = 14


def page(said: str, listed: str = "title") -> str:
    return PAGE.replace("SAID", said).replace("LISTED", listed)


def computed(said: str) -> Field:
    (field,) = read_blueprint(page(said)).resource("Book").computed
    return field


@pytest.mark.parametrize(
    ("said", "kind", "places", "optional"),
    [
        ("count of reviews", "int", None, False),
        ("sum of reviews.stars", "int", None, False),
        ("sum of reviews.price", "decimal", 3, False),
        ("average of reviews.stars", "decimal", 2, True),
        ("average of reviews.price", "decimal", 3, True),
        ("min of reviews.weight", "float", None, True),
        ("max of reviews.born", "date", None, True),
        ("max of reviews.created_at", "datetime", None, True),
    ],
)
def test_its_type_follows_from_what_it_is_worked_out_of(
    said: str, kind: str, places: int | None, optional: object
) -> None:
    field = computed(said)
    assert (field.type, field.places, field.optional) == (kind, places, optional)
    assert field.read_only


def test_conditions_have_the_values_of_their_fields() -> None:
    said = "count of reviews where state != in-work and stars >= 2 and born is null and done = true"
    assert computed(said).computed == Aggregate(
        "count",
        "Review",
        "book",
        where=(
            Condition("state", "ne", "in-work"),
            Condition("stars", "gte", 2),
            Condition("born", "is_null", value=True),
            Condition("done", "eq", value=True),
        ),
    )


def test_texts_in_quotes_may_hold_anything() -> None:
    said = """'count of reviews where body = "a and b" and price is not null'"""
    aggregate = computed(said).computed
    assert aggregate is not None
    assert aggregate.where == (
        Condition("body", "eq", "a and b"),
        Condition("price", "is_null", value=False),
    )


def test_rows_that_refer_here_twice_are_told_apart() -> None:
    shown = page("count of visits by other").replace("create: anyone", "read: anyone")
    (field,) = read_blueprint(shown).resource("Book").computed
    assert field.computed == Aggregate("count", "Visit", "other")


def test_rows_belong_to_people_and_refer_to_their_own_kind() -> None:
    page = """
backend: Shop
auth: {sign_up: open}
resources:
  User: {fields: {notes: count of notes}, access: {read: admin}}
  Note:
    owned: true
    fields: {parent: Note?, replies: count of notes}
    access: {read: owner}
"""
    blueprint = read_blueprint(page)
    (notes,) = blueprint.resource("User").computed
    (replies,) = blueprint.resource("Note").computed
    assert notes.computed == Aggregate("count", "Note", "owner")
    assert replies.computed == Aggregate("count", "Note", "parent")


def test_in_long_it_says_what_it_is() -> None:
    field = computed("{type: average of reviews.stars, about: How good., example: 4.5}")
    assert (field.about, field.example) == ("How good.", "4.50")
    assert computed("average of  reviews.stars").about == "Average of reviews.stars."


def test_lists_can_use_it() -> None:
    said = page("average of reviews.stars", "value], filter: [value")
    listing = read_blueprint(said).resource("Book").listing
    assert "value" in listing.sort
    assert [(each.field, each.operators) for each in listing.filters] == [
        ("value", ("eq", "gte", "lte"))
    ]


@pytest.mark.parametrize(
    ("said", "at", "message"),
    [
        ("avg of reviews.stars", 0, "`avg` is nothing to work out. Write `average`."),
        (
            "count of review",
            9,
            "`review` is neither the plural of a resource nor a list of `Book`. Write `reviews`.",
        ),
        (
            "count of authors",
            9,
            "`authors` do not lead to `Book`. Choose from `reviews`, `visits`.",
        ),
        ("average of reviews.star", 19, "`star` is no field of `Review`. Write `stars`."),
        ("average of reviews", 11, "The average of which field? Write `average of reviews.stars`."),
        ("count of reviews.stars", 17, "Rows are counted, not fields. Write `count of reviews`."),
        ("sum of reviews.body", 15, "`text` has no sum. Choose an int, a decimal or a duration."),
        ("max of reviews.body", 15, "`text` has no max. Choose a number, a time or a short text."),
        ("max of reviews.state", 15, "`enum` has no max. Choose a number, a time or a short text."),
        (
            "sum of reviews.weight",
            15,
            "A sum of floats depends on their order. Make the field a decimal: `decimal(12,3)`.",
        ),
        (
            "sum of reviews.size",
            15,
            f"Sums of `size` can outgrow the databases. Bound the field by {10**12:,} or less.",
        ),
        ("max of reviews.secret", 15, "`secret` is write-only; this would tell it. Take it out."),
        (
            "count of reviews by books",
            20,
            "`reviews` do not lead to `Book` by `books`. Write `book`.",
        ),
        (
            "count of reviews when done = true",
            0,
            f"`count of reviews when done = true` cannot be worked out. {GRAMMAR}",
        ),
        (
            "count of reviews where stat = open",
            23,
            "`stat` is no field of `Review`. Write `state`.",
        ),
        ("sum reviews.stars", 0, f"`sum reviews.stars` cannot be worked out. {GRAMMAR}"),
        (
            "count of reviews where state = opened",
            31,
            "The value is none of `open`, `in-work`: nothing has it. Write `open`.",
        ),
        ("count of reviews where stars > 1.5", 31, "The value is not a whole number."),
        (
            "count of reviews where stars = 6",
            31,
            "The value is more than 5: nothing has it.",
        ),
        ("count of reviews where stars is null", 23, "`stars` is never null. Take it out."),
        (
            "count of reviews where state > open",
            29,
            "`>` means nothing for `enum`. It knows `=`, `!=`.",
        ),
        ("count of reviews where stars == 3", 29, "`==` compares nothing. Write `=`."),
        (
            "count of reviews where extra = 3",
            29,
            "`=` means nothing for `json`. It knows `is null`, `is not null`.",
        ),
        (
            "count of reviews where born = null",
            30,
            "The value is not a day like `2001-12-31`. Write `is null`.",
        ),
        (
            "count of reviews where stars = 3 or stars = 4",
            33,
            f"`or stars = 4` is no condition. {CONDITIONS}",
        ),
        (
            "count of reviews where secret = 3",
            23,
            "`secret` is write-only; this would tell it. Take it out.",
        ),
        (
            "count of reviews where done = true and",
            38,
            f"A condition is missing. {CONDITIONS}",
        ),
        ("count of reviews where stars > 1 and stars > 2", 37, "This is said twice. Say it once."),
    ],
)
def test_a_mistake_has_its_column(mistakes: Mistakes, said: str, at: int, message: str) -> None:
    found = [
        (each.line, each.column, f"{each.what} {each.help}".strip())
        for each in mistakes(page(said))
    ]
    assert found == [(LINE, COLUMN + at, message)]


def test_nobody_counts_what_nobody_may_list(mistakes: Mistakes) -> None:
    (found,) = mistakes(page("count of visits by other"))
    assert found.what == "Nobody may list `Visit`, so no row of it would count."


def test_rows_that_refer_here_twice_need_the_reference(mistakes: Mistakes) -> None:
    shown = page("count of visits where other is null").replace("create: anyone", "read: anyone")
    (found,) = mistakes(shown)
    assert found.what == "`visits` lead to `Book` by `book`, `other`."
    assert found.help == "Say by which: `count of visits by book`."


def test_it_has_no_other_words_than_what_it_is(mistakes: Mistakes) -> None:
    (found,) = mistakes(page("{type: count of reviews, unique: true}"))
    assert found.what == "`unique` means nothing for what is worked out."


def test_it_is_no_part_of_a_unique_group(mistakes: Mistakes) -> None:
    said = page("count of reviews").replace("    list:", "    unique: [[title, value]]\n    list:")
    assert [each.what for each in mistakes(said)] == ["`value` is worked out; it is not stored."]
