"""What breaks clients when actions, states and rules change."""

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.compare import compare

PAGE = """\
backend: Magazine
roles: [reader, editor]
auth: {sign_up: open}
resources:
  Article:
    owned: true
    fields:
      title: str
      summary: str?
      cost: int
      price: int
      since: date
      until: date
      status: {states: [draft -> published -> hidden, hidden -> published]}
    access: {read: signed in, create: signed in}
    rules: [at most 3 per owner]
    actions:
      publish: {status: draft | hidden -> published, by: owner}
      hide: {status: published -> hidden, by: owner, body: {reason: "str?"}}
      show: {status: hidden -> published, by: owner}
      praise: {by: signed in, body: {stars: int 1..5}}
"""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "-> published, by: owner}",
            "-> published, by: owner, needs: [summary]}",
            "`Article.publish` needs `summary` now.",
        ),
        (
            "draft | hidden -> published",
            "draft -> published",
            "`Article.publish` no longer starts from `hidden`.",
        ),
        ('{reason: "str?"}', "{reason: str}", "`Article.hide` needs `reason` in its body."),
        (
            '{reason: "str?"}',
            '{why: "str?"}',
            "`Article.hide` no longer takes `reason` in its body.",
        ),
        ('{reason: "str?"}', '{reason: "int?"}', "`Article.hide` takes another type of `reason`."),
        (
            "praise: {by",
            "praise: {status: published -> hidden, by",
            "`Article.praise` asks for a state of `status` now.",
        ),
        (
            "praise: {by: signed in, body: {stars: int 1..5}}",
            "acclaim: {by: signed in, body: {stars: int 1..5}}",
            "`POST /articles/{article_id}/praise` is gone.",
        ),
        (
            "[at most 3 per owner]",
            "[at most 2 per owner]",
            (
                "`Article` must keep a new rule, `at most 2 per owner`: "
                "rows that stand and break it stay, until they change."
            ),
        ),
        (
            "[at most 3 per owner]",
            "[at most 3 per owner, price >= cost]",
            (
                "`Article` must keep a new rule, `price >= cost`: "
                "rows that stand and break it stop the migration."
            ),
        ),
        (
            "[at most 3 per owner]",
            "[at most 3 per owner, until after since, no two overlap since..until]",
            (
                "`Article` must keep a new rule, `no two overlap since..until`: "
                "rows that stand and break it stop the migration on Postgres; "
                "on SQLite they stay, until they change."
            ),
        ),
    ],
)
def test_what_breaks_is_said(was: str, now: str, said: str) -> None:
    assert was in PAGE
    before, after = read_blueprint(PAGE), read_blueprint(PAGE.replace(was, now))
    assert said in compare(before, after).breaking


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("[at most 3 per owner]", "[at most 4 per owner]"),
        ("[at most 3 per owner]", "[]"),
        ('{reason: "str?"}', '{reason: "str?", more: "str?"}'),
    ],
)
def test_what_lets_more_through_breaks_nobody(was: str, now: str) -> None:
    assert compare(read_blueprint(PAGE), read_blueprint(PAGE.replace(was, now))).breaking == ()


def test_a_comparison_is_a_check_of_the_table() -> None:
    after = read_blueprint(PAGE.replace("[at most 3 per owner]", "[price >= cost]"))
    (altered,) = compare(read_blueprint(PAGE), after).tables.altered
    (check,) = altered.new.constraints
    assert check.name == "ck_articles_price_gte_cost"


def test_what_postgres_keeps_apart_is_in_the_plan() -> None:
    apart = "[until after since, no two overlap since..until per owner]"
    after = read_blueprint(PAGE.replace("[at most 3 per owner]", apart))
    (altered,) = compare(read_blueprint(PAGE), after).tables.altered
    (exclusion,) = altered.new.exclusions
    assert exclusion.name == "ex_articles_since_until_owner_id"
