"""Fields that only some may read or write: what they mean, and what cannot be meant."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Staff
auth: {sign_up: open}
roles: [user, manager, admin]
resources:
  User:
    fields: {%(user)s}
    access: {list: admin, read: signed in, create: admin}
  Team:
    members: Seat
    fields: {name: str, %(team)s}
    access: {read: signed in, create: signed in}
    %(more)s
  Seat:
    fields:
      team: Team, on delete cascade
      user: User, on delete cascade
      role: member | lead
      %(seat)s
    unique: [[team, user]]
    access: {read: member, write: member as lead}
  File:
    owned: true
    access: {read: signed in, create: signed in, update: owner | manager}
    fields:
      team: Team
      %(fields)s
    %(beside)s
"""
LINE = PAGE[: PAGE.index("%(fields)s")].count("\n") + 1


def page(**said: str) -> str:
    blank = dict.fromkeys(("user", "team", "more", "seat", "fields", "beside"), "")
    return PAGE % (blank | said)


@pytest.fixture
def mistake_in(mistakes: Mistakes) -> Callable[..., str]:
    """The one mistake of a page, with its line."""

    def find(**said: str) -> str:
        (found,) = mistakes(page(**said))
        return f"{found.line}: {found.what} {found.help}"

    return find


def staff(**said: str) -> Blueprint:
    return read_blueprint(page(**said))


def test_the_rules_of_a_field_are_those_of_access() -> None:
    field = (
        staff(fields="pay: {type: int?, read: admin | owner, write: manager | admin}")
        .resource("File")
        .field("pay")
    )
    assert (str(field.read), str(field.write)) == ("owner | admin", "manager")


@pytest.mark.parametrize("said", ["'str?, sensitive'", "{type: str?, sensitive: true}"])
def test_what_is_sensitive_is_for_the_owner_unless_it_says(said: str) -> None:
    assert str(staff(fields=f"tax: {said}").resource("File").field("tax").read) == "owner"
    assert str(staff(user=f"tax: {said}").resource("User").field("tax").read) == "owner"
    told = "tax: {type: 'str?, sensitive', read: admin}"
    assert str(staff(fields=told).resource("File").field("tax").read) == "admin"


def test_a_compound_guards_all_that_it_stands_for() -> None:
    fields = staff(fields="pay: {type: money?, read: admin, write: admin}").resource("File").fields
    assert [str(field.read) for field in fields] == ["None", "admin", "admin"]
    assert [str(field.write) for field in fields] == ["None", "admin", "admin"]


@pytest.mark.parametrize(
    ("field", "what", "advice"),
    [
        ("{type: int?, read: nobody}", "Nobody may read it.", "Write `write_only: true` instead."),
        ("{type: int?, write: nobody}", "Nobody may write it.", "Write `read_only: true` instead."),
        ("{type: int?, read: boss}", "`boss` is no role", ""),
        ("{type: int?, read: owner of team}", "Nobody can meet `owner of team`", ""),
        ("{type: 'int?, write-only', read: admin}", "nobody ever reads it", "Take one out."),
        ("{type: 'int?, read-only', write: admin}", "nobody ever writes it", "Take one out."),
        ("{type: 'int?, sensitive', read: anyone}", "sensitive, and anyone may read it", "`read: "),
        ("{type: int, write: admin}", "`owner` may make a `File` but not write it", "Write `?`"),
        ("{states: [a -> b], read: admin}", "`read` means nothing for states", "Take it out."),
        ("{type: [Team], read: admin}", "`read` means nothing for a list", "a resource"),
        ("{type: ['str 3, sensitive']}", "`sensitive` means nothing for what is in a list", ""),
        ("{type: count of files, read: admin}", "`read` means nothing for what is worked out", ""),
    ],
)
def test_a_guard_that_cannot_be_meant_is_refused(
    mistakes: Mistakes, field: str, what: str, advice: str
) -> None:
    found = mistakes(page(fields=f"pay: {field}"))
    assert [each.line for each in found if what in each.what and advice in each.help] == [LINE]


def test_who_makes_a_row_may_leave_out_what_others_write() -> None:
    staff(fields="pay: {type: int = 5, write: admin}\n      note: {type: str, write: owner}")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"team": "pay: 'int?, sensitive'"},
            "10: It is sensitive, and rows of `Team` have no owner",
        ),
        ({"team": "pay: {type: int?, read: owner}"}, "10: Nobody can meet `owner`"),
        (
            {"team": "pay: {type: int, write: admin}"},
            "10: It is required, and `signed in` may make",
        ),
        ({"user": "badge: {type: str, write: admin}"}, "6: It is required, and `owner` may make"),
        ({"seat": "is_new: {type: bool = true, write: admin}"}, ""),
    ],
)
def test_guards_know_whose_rows_there_are(
    mistakes: Mistakes, said: dict[str, str], told: str
) -> None:
    found = [f"{each.line}: {each.what}" for each in mistakes(page(**said))]
    assert found == [each for each in found if each.startswith(told)]
    assert bool(found) == bool(told)


def test_what_says_who_is_a_member_is_not_guarded(mistakes: Mistakes) -> None:
    guarded = page().replace("role: member | lead", "role: {values: [member, lead], read: admin}")
    (mistake,) = mistakes(guarded)
    assert "is what other rules ask" in mistake.what


def test_what_a_list_stands_below_is_not_guarded(mistake_in: Callable[..., str]) -> None:
    told = mistake_in(fields="boss: {type: User, read: admin}", beside="under: boss")
    assert told == f"{LINE}: Rows stand below it: whoever lists them knows it. Take it out."


def test_what_rules_ask_for_is_not_hidden(mistake_in: Callable[..., str]) -> None:
    guarded = "pay: {type: int?, read: member of boss}\n      boss: {type: Team, read: admin}"
    told = mistake_in(fields=guarded)
    assert told.startswith(f"{LINE + 1}: Rules ask where it leads")


def test_what_makes_a_tree_is_not_hidden(mistake_in: Callable[..., str]) -> None:
    told = mistake_in(fields="above: {type: File?, read: owner}", beside="tree: above")
    assert "A walk through the tree would tell it." in told


PAY = "pay: {type: int?, read: owner | admin}"
SECRET = "pay: {type: 'int?, sensitive', read: manager}"


@pytest.mark.parametrize(
    ("field", "beside", "line", "told"),
    [
        (
            PAY,
            "list: {filter: [pay]}",
            LINE + 1,
            "who may list a `File` may read its `pay`; a filter",
        ),
        (PAY, "list: {filter: {pay: [gt]}}", LINE + 1, "a filter would tell it"),
        (PAY, "list: {sort: [pay]}", LINE + 1, "an order would tell it"),
        (
            SECRET,
            "list: {filter: [pay]}",
            LINE + 1,
            "`pay` is sensitive, and what is asked for stands",
        ),
        ("pay: {type: 'str?, search', read: admin}", "", LINE, "a search would tell it"),
        ("pay: {type: 'int?, unique', read: admin}", "", LINE, "a conflict would tell it"),
        ("pay: {type: 'int?, unique', read: owner, write: admin}", "", LINE, "a conflict would"),
        (PAY, "unique: [[team, pay]]", LINE + 1, "a conflict would tell it"),
        (PAY, "rules: [at most 3 per pay]", LINE + 1, "a conflict would tell it"),
        (f"{PAY}\n      cost: int?", "rules: [pay <= cost]", LINE + 2, "a refusal would tell it"),
        (
            PAY,
            "actions: {pay_out: {by: manager, needs: [pay]}}",
            LINE + 1,
            "a refusal would tell it",
        ),
        (f"{PAY}\n      half: = pay / 2", "", LINE + 1, "who may read a `File` may read its `pay`"),
        (
            "pay: {type: int?, write: admin}",
            "actions: {raise: {by: manager, body: [pay]}}",
            LINE + 1,
            "Not all who may raise a `File` may write its `pay`. Take it out, or write `by: admin`",
        ),
    ],
)
def test_what_would_tell_or_set_a_field_is_refused(
    mistakes: Mistakes, field: str, beside: str, line: int, told: str
) -> None:
    found = [
        f"{each.line}: {each.what} {each.help}"
        for each in mistakes(page(fields=field, beside=beside))
    ]
    assert [each for each in found if each.startswith(f"{line}: ") and told in each], found


@pytest.mark.parametrize(
    ("field", "beside"),
    [
        (PAY, "list: {filter: [team]}"),
        ("pay: {type: 'int?, unique', read: admin, write: admin}", ""),
        ("pay: {type: int?, read: owner | manager}\n      cost: int?", "rules: [pay <= cost]"),
        (PAY, "actions: {pay_out: {by: admin, needs: [pay]}}"),
        (PAY, "actions: {pay_out: {by: manager, sets: {pay: 5}}}"),
        ("pay: {type: int?, write: admin}", "actions: {raise: {by: admin, body: [pay]}}"),
        ("pay: {type: int?, read: signed in}\n      half: = pay / 2", "list: {sort: [pay, half]}"),
    ],
)
def test_what_tells_nobody_more_than_they_may_read_is_taken(field: str, beside: str) -> None:
    staff(fields=field, beside=beside)


@pytest.mark.parametrize("over", ["sum of files.pay", "count of files where pay > 5"])
def test_nothing_is_worked_out_over_what_not_all_may_read(
    mistake_in: Callable[..., str], over: str
) -> None:
    told = mistake_in(fields=PAY, team=f"total: {over}")
    assert told.startswith("10: Not all who may list a `File` may read its `pay`; this would tell")


def test_rows_that_refer_by_what_not_all_may_read_are_not_included(
    mistake_in: Callable[..., str],
) -> None:
    hidden = {"fields": "helps: {type: Team?, read: owner}"}
    told = mistake_in(**hidden, more="include: [files by helps]")
    assert told.startswith("12: Not all who may list a `File` may read its `helps`; this would")
    staff(**hidden, more="include: [files by team]")


def test_a_body_or_an_endpoint_guards_nothing(mistakes: Mistakes) -> None:
    acts = "actions: {act: {by: manager, body: {why: {type: str, write: admin}}}}"
    (mistake,) = mistakes(page(fields="pay: int?", beside=acts))
    assert mistake.what == "`write` means nothing in a body."
    own = "endpoints: {GET /files/best: {returns: {pay: 'int, sensitive'}, access: admin}}\n"
    (mistake,) = mistakes(page(fields="pay: int?") + own)
    assert mistake.what == "`sensitive` means something for a table only."


def test_without_accounts_nothing_is_guarded(mistakes: Mistakes) -> None:
    text = (
        "backend: A\nresources:\n"
        "  B: {fields: {c: {type: int?, read: admin}}, access: {read: anyone}}"
    )
    assert "no role" in mistakes(text)[0].what
    (mistake,) = mistakes(text.replace("read: admin", "read: signed in"))
    assert mistake.what == "Nobody can meet `signed in`: there are no accounts."
