"""Fields that other people may read or write: what a plan says of them, and what breaks."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.compare import compare
from apiwright.plan.explain import explain
from apiwright.plan.field_access import field_access
from apiwright.plan.plan import Plan

PAGE = """\
backend: Staff
roles: [user, manager, admin]
auth: {sign_up: open}
resources:
  File:
    owned: true
    fields:
      name: str
      pay: %s
    access: {read: signed in, create: signed in, update: owner | manager}
"""
OPEN = "int?"


def staff(pay: str) -> Blueprint:
    return read_blueprint(PAGE % pay)


def told(before: Blueprint | None, after: Blueprint) -> list[tuple[str, ...]]:
    """What a plan says of who may read and write fields."""
    plan = Plan("", after, compare(before, after), ())
    sections = {section.title: section.rows for section in explain(plan)}
    return [row for row in sections.get("Who may do what", ()) if "File." in row[1]]


def test_who_may_read_and_write_a_field_is_told_when_it_is_new() -> None:
    guarded = staff("{type: int?, read: owner | admin, write: admin}")
    assert told(None, guarded) == [("+", "File.pay", "read owner | admin, write admin")]
    assert told(staff(OPEN), staff("int?, sensitive")) == [
        ("+", "File.pay", "read owner, sensitive")
    ]
    assert told(None, staff(OPEN)) == []


def test_who_may_read_and_write_a_field_is_told_when_it_changes() -> None:
    guarded, other = staff("{type: int?, read: owner}"), staff("{type: int?, read: admin}")
    assert told(guarded, other) == [("~", "File.pay", "read owner → read admin")]
    assert told(guarded, staff(OPEN)) == [("~", "File.pay", "read owner → as its row")]
    assert told(guarded, guarded) == []


def test_a_field_that_is_gone_is_nobodys() -> None:
    without = read_blueprint(PAGE.replace("      pay: %s\n", ""))
    assert told(staff("{type: int?, read: owner}"), without) == []


def test_every_guarded_field_is_listed_as_its_column() -> None:
    found = field_access(staff("{type: money, read: admin}"))
    assert [each.name for each in found] == ["File.pay", "File.pay_currency"]
    assert [(each.read, each.write, each.sensitive) for each in found] == [("admin", "", False)] * 2


READ = "`File.pay` is in answers for `{}` alone."
WRITE = "`File.pay` can be set by `{}` alone."


@pytest.mark.parametrize(
    ("was", "now", "sentences"),
    [
        (OPEN, "{type: int?, read: owner | admin}", [READ.format("owner | admin")]),
        (OPEN, "int?, sensitive", [READ.format("owner")]),
        (OPEN, "{type: int?, write: manager}", [WRITE.format("manager")]),
        (
            "{type: int?, read: owner | manager}",
            "{type: int?, read: admin}",
            [READ.format("admin")],
        ),
        ("{type: int?, write: manager}", "{type: int?, write: admin}", [WRITE.format("admin")]),
        ("{type: int?, read: admin}", "{type: int?, read: owner | manager}", []),
        ("{type: int?, read: admin, write: admin}", OPEN, []),
        ("{type: int?, read: owner}", "{type: int?, read: signed in}", []),
    ],
)
def test_who_loses_a_field_is_told_and_who_gets_one_breaks_nothing(
    was: str, now: str, sentences: list[str]
) -> None:
    assert [*breaking(staff(was), staff(now))] == sentences


def test_what_was_never_in_answers_is_not_lost() -> None:
    assert breaking(staff("int?, write-only"), staff("int?, write-only, sensitive")) == ()
