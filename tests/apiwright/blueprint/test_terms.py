"""Cache, limit and end: what a page says of them."""

from collections.abc import Callable
from datetime import date

import pytest
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.terms import Terms
from apiwright.plan.compare import compare
from apiwright.plan.contract import endpoints

PAGE = """\
backend: Shop
resources:
  Book:
    fields: {title: str}
    access: {read: anyone}
"""
Mistakes = Callable[[str], tuple[Mistake, ...]]


def test_terms_are_kept_as_they_are_meant() -> None:
    said = (
        "    cache: 5m\n    limit: 60/minute\n    deprecated: 2026-12-31\n    sunset: 2027-06-30\n"
    )
    book = read_blueprint(PAGE + said).resource("Book")
    assert book.terms == Terms(300, "60/minute", date(2026, 12, 31), date(2027, 6, 30))
    listed = {str(end): end.terms for end in endpoints(read_blueprint(PAGE + said))}
    assert listed["GET /books"] == (
        *("cache 300s", "limit 60/minute"),
        *("deprecated 2026-12-31", "sunset 2027-06-30"),
    )
    assert listed["GET /health/live"] == ()


def test_an_end_is_a_change_that_breaks_nothing_yet() -> None:
    after = read_blueprint(PAGE + "    deprecated: 2026-12-31\n")
    comparison = compare(read_blueprint(PAGE), after)
    assert len(comparison.changed_endpoints) == 2
    assert comparison.breaking == ()


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        ("cache: soon", "`soon` is no time. Write `60s`, `5m`, `2h` or `1d`."),
        ("cache: 31d", "Nothing is kept for more than `30d`. Write less."),
        (
            "limit: 60 a minute",
            (
                "`60 a minute` is no limit. Write `60/minute`; "
                "a time is a `second`, a `minute`, an `hour` or a `day`."
            ),
        ),
        ("sunset: soon", "`soon` is not a day like `2001-12-31`. Write `2027-06-30`."),
        (
            "{deprecated: 2027-01-01, sunset: 2026-01-01}",
            "It is gone before it is deprecated, on 2027-01-01. Write a later day.",
        ),
    ],
)
def test_a_mistake_says_what_to_write(mistakes: Mistakes, said: str, mistake: str) -> None:
    lines = said.strip("{}").replace(", s", "\n    s")
    (found,) = mistakes(PAGE + f"    {lines}\n")
    assert f"{found.what} {found.help}" == mistake


def test_only_what_is_read_can_be_kept(mistakes: Mistakes) -> None:
    page = PAGE + "endpoints:\n  POST /x: {cache: 60s, access: anyone}\n"
    (found,) = mistakes(page)
    assert found.what == "An answer to `POST` is never kept."
    (found,) = mistakes(PAGE.replace("read:", "create:") + "    cache: 60s\n")
    assert found.what == "Nobody may read `Book`, so there is nothing to keep."
