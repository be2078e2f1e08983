"""Samples are accepted, differ, and come again for the same seed."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keel.testing.samples import Samples
from pydantic import BaseModel, Field, create_model

from tests.keel.testing.everything import Everything


class Titled(BaseModel):
    title: str


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_every_sample_is_accepted(seed: int) -> None:
    samples = Samples(seed)
    for _ in range(3):
        Everything(**samples.body(Everything))


@given(st.integers(0, 10_000))
@settings(max_examples=10)
def test_the_same_seed_makes_the_same_samples(seed: int) -> None:
    assert Samples(seed).body(Everything) == Samples(seed).body(Everything)


def test_texts_never_come_twice() -> None:
    samples = Samples()
    bodies = [samples.body(Everything) for _ in range(300)]
    for name in ("title", "code", "about", "email", "site"):
        assert len({body[name] for body in bodies}) == 300, name


def test_the_first_text_is_the_example() -> None:
    assert Samples().body(Everything)["about"] == "A lemon tree."


def test_a_field_is_filled_by_what_its_name_means() -> None:
    class Author(BaseModel):
        name: str

    words = Samples().body(Author, "Author")["name"].split()
    assert [word[0].isupper() for word in words] == [True, True]


PATTERNS = {
    "^#": (1, 20),
    r"\\": (1, 20),
    '"': (1, 9),
    "foo": (200, 255),
    r"\bfoo\b": (None, None),
    "^.{3,}$": (None, None),
    r"^\w+$": (50, 50),
    r"^[a-z]+@[a-z]+$": (200, 200),
    r"^(a|bb|ccc)+$": (7, 7),
    r"^[^a-z]\S+\s\W$": (None, 9),
    r"[^\x20-\x7e]": (1, 9),
    "^[가-힣]+$": (1, 9),
    "(?i)^ab": (None, 9),
    r"^97[89]\d{10}$": (13, 13),
    r"^[a-z]+(?:-[a-z]+)*$": (3, 40),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_many_texts_match_whatever_pattern(pattern: str) -> None:
    shortest, longest = PATTERNS[pattern]
    bounds = Field(pattern=pattern, min_length=shortest, max_length=longest)
    schema = create_model("Tagged", tag=(str, bounds))
    samples = Samples()
    tags = {schema(**samples.body(schema)).model_dump()["tag"] for _ in range(20)}
    assert len(tags) == 20


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        (int, {"le": -5}),
        (int, {"ge": -2_147_483_648, "le": -1}),
        (float, {"le": -0.5}),
        (Decimal, {"le": -1, "max_digits": 4, "decimal_places": 2}),
        (Decimal, {"le": Decimal("-0.5"), "max_digits": 4, "decimal_places": 3}),
        (Decimal, {"ge": 50, "max_digits": 4, "decimal_places": 2}),
    ],
)
def test_a_number_has_samples_on_either_side_of_zero(kind: type, bounds: dict[str, Any]) -> None:
    schema = create_model("Debt", amount=(kind, Field(**bounds)))
    samples = Samples()
    for _ in range(50):
        schema(**samples.body(schema))


def test_a_number_without_bounds_of_its_own_is_a_usual_one() -> None:
    schema = create_model("Row", number=(int, Field(ge=-2_147_483_648, le=2_147_483_647)))
    samples = Samples()
    assert all(0 <= samples.body(schema)["number"] <= 1000 for _ in range(50))


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_a_title_is_a_few_words_in_capitals(seed: int) -> None:
    title = Samples(seed).body(Titled)["title"].split()
    assert 2 <= len(title) <= 4
    assert title[0][0].isupper()
    assert title[-1][0].isupper()


def test_what_the_noun_means_is_in_its_name_alone() -> None:
    titles = [Samples().body(Titled, noun)["title"] for noun in ("Address", "Company", "Note")]
    assert titles == titles[:1] * 3


def test_a_pattern_with_few_texts_gives_each_of_them_and_then_the_same_again() -> None:
    schema = create_model("Shirt", size=(str, Field(pattern="^(S|M|L)$")))
    samples = Samples()
    sizes = [samples.body(schema)["size"] for _ in range(9)]
    assert {*sizes[:3]} == {*sizes} == {"S", "M", "L"}


def test_a_pattern_that_nothing_matches_is_named() -> None:
    schema = create_model("Shirt", size=(str, Field(pattern="^[a-z]{9}$", max_length=5)))
    with pytest.raises(LookupError, match=r"`size`.*\^\[a-z\]"):
        Samples().body(schema)
