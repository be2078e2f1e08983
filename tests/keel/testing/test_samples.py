"""Samples are accepted, differ, and come again for the same seed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keel.testing.fields import fields_of
from keel.testing.samples import Samples
from pydantic import BaseModel

from tests.keel.testing.everything import Everything


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_every_sample_is_accepted(seed: int) -> None:
    samples = Samples(seed)
    for _ in range(3):
        Everything(**samples.body(Everything))


@given(st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
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


def test_a_pattern_that_has_run_out_is_named() -> None:
    code, samples = fields_of(Everything)[1], Samples()
    with pytest.raises(LookupError, match=r"`code`.*\^\[A-Z\]"):
        [samples.value(code) for _ in range(26 * 26 + 1)]
