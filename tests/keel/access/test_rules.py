from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keel.access import ANONYMOUS, Caller, Rule, anyone, at_least, nobody, owner, signed_in


class Role(StrEnum):
    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


GRANTS = [anyone, signed_in, owner, nobody, *map(at_least, Role)]

rules = st.lists(st.sampled_from(GRANTS), max_size=4).map(
    lambda grants: nobody if not grants else grants[0] if len(grants) == 1 else _joined(grants)
)
callers = st.just(ANONYMOUS) | st.builds(
    Caller, id=st.uuids(), role=st.sampled_from([None, "gone", *Role])
)


def _joined(grants: list[Rule]) -> Rule:
    rule = grants[0]
    for grant in grants[1:]:
        rule |= grant
    return rule


@given(rules, rules)
def test_the_order_of_two_grants_does_not_matter(a: Rule, b: Rule) -> None:
    assert a | b == b | a


@given(rules, rules, rules)
def test_the_grouping_of_grants_does_not_matter(a: Rule, b: Rule, c: Rule) -> None:
    assert (a | b) | c == a | (b | c)


@given(rules)
def test_saying_a_grant_twice_changes_nothing(rule: Rule) -> None:
    assert rule | rule == rule


@given(rules)
def test_nobody_adds_nothing_and_anyone_absorbs_all(rule: Rule) -> None:
    assert rule | nobody == rule
    assert rule | anyone == anyone


@given(rules, rules, callers)
def test_a_join_admits_exactly_whom_one_of_its_sides_admits(
    a: Rule, b: Rule, caller: Caller
) -> None:
    assert (a | b).admits(caller) == (a.admits(caller) or b.admits(caller))
    assert (a | b).admits_all_rows(caller) == (
        a.admits_all_rows(caller) or b.admits_all_rows(caller)
    )


@given(rules, callers)
def test_who_reaches_all_rows_is_admitted(rule: Rule, caller: Caller) -> None:
    assert rule.admits(caller) or not rule.admits_all_rows(caller)


@given(rules, st.uuids())
def test_a_stronger_role_is_admitted_wherever_a_weaker_one_is(rule: Rule, id_: UUID) -> None:
    admitted = [rule.admits_all_rows(Caller(id=id_, role=role)) for role in Role]
    assert admitted == sorted(admitted)


@given(rules)
def test_an_anonymous_caller_is_admitted_only_where_anyone_is(rule: Rule) -> None:
    assert rule.admits(ANONYMOUS) == (rule == anyone)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (anyone, "anyone"),
        (signed_in, "signed in"),
        (nobody, "nobody"),
        (owner | at_least(Role.ADMIN), "owner | admin"),
        (at_least(Role.ADMIN) | at_least(Role.EDITOR), "editor"),
        (signed_in | owner | at_least(Role.ADMIN), "signed in"),
        (owner | anyone, "anyone"),
    ],
)
def test_a_rule_reads_as_the_blueprint_says_it(rule: Rule, words: str) -> None:
    assert str(rule) == words
