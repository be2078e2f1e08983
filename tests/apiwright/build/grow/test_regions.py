"""Regions are filled, dropped or kept; markers never stay."""

import pytest
from apiwright.build.grow.regions import fill, held

EXEMPLAR = '''\
"""Rooms."""


# grow: first
@decorated
def first() -> None:
    """The first."""


# grow: second
class Second:
    """The second."""

    # grow: lines
    one: int
    two: int
    # end


# grow: third
third = 3
'''


def test_what_is_not_named_keeps_what_it_holds() -> None:
    lines = [line for line in EXEMPLAR.splitlines() if "# grow" not in line and "# end" not in line]
    assert fill(EXEMPLAR, {}).splitlines() == lines


def test_a_content_gets_the_margin_of_its_region() -> None:
    assert "    three: int\n    four: int\n" in fill(EXEMPLAR, {"lines": "three: int\nfour: int"})


def test_a_mark_without_an_end_holds_the_statement_below_it() -> None:
    grown = fill(EXEMPLAR, {"first": "", "third": ""})
    assert "first" not in grown
    assert "decorated" not in grown
    assert "third" not in grown
    assert "class Second" in grown


def test_a_class_goes_with_the_regions_in_it() -> None:
    grown = fill(EXEMPLAR, {"second": "", "lines": "three: int"})
    assert "Second" not in grown
    assert "three" not in grown
    assert "third = 3" in grown


def test_a_region_is_read_without_its_marks() -> None:
    assert held(EXEMPLAR, "third") == "third = 3"
    assert held(EXEMPLAR, "lines") == "    one: int\n    two: int"


def test_a_region_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="fourth"):
        fill(EXEMPLAR, {"fourth": ""})
