"""Rules of rows: what sentences mean, and which mean nothing."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap, Rule

PAGE = """\
backend: Clinic
auth: {sign_up: open}
resources:
  Doctor: {fields: {name: str}, access: {read: anyone}}
  Booking:
    owned: true
    fields:
      doctor: Doctor
      starts: datetime
      ends: datetime
      day: date
      cost: int
      price: decimal(8,2)
      place: str
      secret: int, write-only
      status: booked -> gone
      urgent: bool = false
    access: {read: owner, create: signed in}
    actions: {drop: {status: booked -> gone, by: owner}}
    rules:
      - ends after starts
      - RULE
"""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("price >= cost", Comparison("price", ">=", "cost")),
        ("price>=cost", Comparison("price", ">=", "cost")),
        ("cost != price", Comparison("cost", "!=", "price")),
        ("price  not before  cost", Comparison("price", ">=", "cost")),
        ("cost before price", Comparison("cost", "<", "price")),
        ("at most 3 per owner", AtMost(3, "owner")),
        (
            "at most 10 per doctor where status = booked",
            AtMost(10, "doctor", (("status", "booked"),)),
        ),
        ("no two overlap starts..ends", NoOverlap("starts", "ends")),
        ('"no two overlap: starts .. ends per doctor"', NoOverlap("starts", "ends", "doctor")),
        (
            "no two overlap starts..ends per doctor where urgent = false",
            NoOverlap("starts", "ends", "doctor", (("urgent", "false"),)),
        ),
    ],
)
def test_a_sentence_is_a_rule(text: str, rule: Rule) -> None:
    booking = read_blueprint(PAGE.replace("RULE", text)).resource("Booking")
    assert booking.rules[1] == rule


@pytest.mark.parametrize("rule", ["price >= cost", "at most 3 per doctor where status = booked"])
def test_a_rule_says_itself(rule: str) -> None:
    booking = read_blueprint(PAGE.replace("RULE", rule)).resource("Booking")
    assert str(booking.rules[1]) == rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "price is large",
            (
                "22:9: `price is large` is no rule. Write `end after start`, `price >= cost`, "
                "`at most 3 per owner` or `no two overlap start..end per doctor`."
            ),
        ),
        ("no two overlap: starts..ends", "22:9: This is a mapping; it should be a text."),
        ("pric >= cost", "22:9: `pric` is no field. Write `price`."),
        ("created_at >= starts", "22:9: `created_at` is no field."),
        ("cost >= cost", "22:9: `cost` is compared with itself. Take it out."),
        (
            "place > cost",
            "22:9: `place` is `str`, which has no order. Compare numbers or times.",
        ),
        (
            "day > starts",
            "22:9: `day` is `date` and `starts` is `datetime`. Compare two of one type.",
        ),
        (
            "cost > secret",
            "22:9: `secret` is write-only; a refusal would tell of it. Take it out.",
        ),
        ("ends after starts", "22:9: The rule stands here twice. Take it out."),
        (
            "starts != ends",
            "22:9: `ends > starts` orders these two already. Write one rule for both.",
        ),
        (
            "at most 1 per doctor",
            "22:9: One row alone for each is what `unique` says. Write it at `doctor`.",
        ),
        ("at most 0 per owner", "22:9: There could be none at all. Write `at most 1`."),
        ("at most 3 per ownr", "22:9: `ownr` is no field. Write `owner`."),
        (
            "at most 3 per owner where status = bookd",
            "22:9: `bookd` is none of `status`. Write `booked`.",
        ),
        (
            "at most 3 per owner where place = here",
            "22:9: `place` is `str`. Choose rows by an enum, states or a `bool`.",
        ),
        ("at most 3 per owner where urgent = no", "22:9: `no` is not `true` or `false`."),
        (
            "no two overlap cost..price",
            (
                "22:9: `cost` is `int` and `price` is `decimal`. "
                "Write two of `datetime`, or two of `date`."
            ),
        ),
        (
            "no two overlap ends..starts",
            (
                "22:9: `starts` may be before `ends`, so that nothing could overlap. "
                "Add the rule `starts after ends`."
            ),
        ),
    ],
)
def test_a_mistake_is_told(
    text: str, said: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    found = [
        f"{each.line}:{each.column}: {each.what} {each.help}".strip()
        for each in mistakes(PAGE.replace("RULE", text))
    ]
    assert any(each.startswith(said) for each in found), found
