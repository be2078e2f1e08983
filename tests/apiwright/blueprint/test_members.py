"""Members and owners that rules look for along required references."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Tracker
auth: {sign_up: open}
resources:
  User: {access: {read: signed in}}
  Project:
    owned: true
    members: Membership
    fields: {name: str}
    access: {read: owner | member, create: signed in}
  Membership:
    fields:
      project: Project, on delete cascade
      user: User, on delete cascade
      role: guest | worker | lead
    unique: [[project, user]]
    access: {read: member, create: member as lead}
  Issue:
    owned: true
    fields: {title: str, project: Project}
    access: {read: member}
  Comment:
    owned: true
    fields: {text: str, issue: Issue}
    access: {read: member}
"""


def _changed(*changes: tuple[str, str]) -> str:
    page = PAGE
    for old, new in changes:
        assert page.count(old) == 1, old
        page = page.replace(old, new)
    return page


COMMENTS = "fields: {text: str, issue: Issue}\n    access: {read: member}"


def _comments(access: str, fields: str = "text: str, issue: Issue") -> str:
    return _changed((COMMENTS, f"fields: {{{fields}}}\n    access: {{{access}}}"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("member", "member"),
        ("member of project", "member"),
        ("member of issue.project as lead", "member as lead"),
        ("member as guest", "member"),
        ("member as lead | member as worker", "member as worker"),
        ("member | member of project as lead | admin", "member | admin"),
        ("owner of issue | member", "owner of issue | member"),
        ("owner of issue.project", "owner of project"),
        ("member as lead | owner | owner of project", "owner | owner of project | member as lead"),
        ("member | signed in", "signed in"),
    ],
)
def test_a_rule_about_some_rows_is_as_short_as_it_can_be(said: str, meant: str) -> None:
    read = read_blueprint(_comments(f"read: {said}")).resource("Comment").access.read
    assert str(read) == meant


def test_a_rule_of_an_action_is_as_short_as_it_can_be() -> None:
    by = "member of issue.project as worker | member as lead"
    page = _comments(f"read: member}}\n    actions: {{show: {{by: {by}}}")
    (action,) = read_blueprint(page).resource("Comment").actions
    assert str(action.by) == "member as worker"


def test_a_role_may_be_called_member_where_nothing_has_members() -> None:
    page = """
backend: Club
roles: [member, admin]
auth: {sign_up: open}
resources:
  Note: {fields: {text: str}, access: {read: member}}
"""
    assert str(read_blueprint(page).resource("Note").access.read) == "member"


def test_an_owner_may_change_what_only_members_may_read_if_makers_are_members(
    mistakes: Callable[[str], tuple[Mistake, ...]],
) -> None:
    assert mistakes(_comments("read: member, create: member as lead, update: owner")) == ()
    (found,) = mistakes(_comments("read: member, create: signed in, update: owner"))
    assert found.what == "`owner` may change what `owner` may not read, and so cannot find."


WRONG = {
    "a path that is none": (
        _comments("read: member of title"),
        (
            "24:20: Nobody can meet `member of title`: no required reference of `Comment` leads to "
            "rows with members. Write `member`."
        ),
    ),
    "no path": (
        _comments("read: member", "text: str, issue: Issue?"),
        (
            "24:20: Nobody can meet `member`: no required reference of `Comment` leads to rows "
            "with members. Refer to a resource that has them, without `?`, or say its `members: …`."
        ),
    ),
    "several paths": (
        _comments("read: owner | member", "from_issue: Issue, to_issue: Issue"),
        (
            "24:28: `member` may be `member of from_issue.project` or `member of to_issue.project`."
            " Say which."
        ),
    ),
    "a role that is none": (
        _comments("read: member as boss"),
        "24:20: `boss` is no role of a member. Choose from `guest`, `worker`, `lead`.",
    ),
    "another order of words": (
        _comments("read: member as lead of project"),
        (
            "24:20: `member as lead of project` is no role and no word of a rule. "
            "Write `owner of project`, `member of project` or `member of project as lead`."
        ),
    ),
    "who may change but not read": (
        _comments("read: member as lead, update: member"),
        (
            "24:44: `member` may change what `member` may not read, and so cannot find. "
            "Write `read: member as lead | member`."
        ),
    ),
    "members of what is not there yet": (
        _changed(("create: signed in}", "create: member}")),
        (
            "9:44: Nobody can meet `member`: a `Project` that is not there has no members. "
            "Write `signed in`."
        ),
    ),
    "no such memberships": (
        _changed(("members: Membership", "members: Memberships")),
        "7:14: `Memberships` is no resource that could say who is a member. Write `Membership`.",
    ),
    "a membership of nobody": (
        _changed(("      user: User, on delete cascade\n", ""), ("[[project, user]]", "[]")),
        (
            "7:14: `Membership` does not say which `User` a membership is about. "
            "Give `Membership` one required reference: `user: User, on delete cascade`."
        ),
    ),
    "a membership that stays": (
        _changed(("project: Project, on delete cascade", "project: Project")),
        (
            "12:16: A membership would keep its `Project` from being deleted. "
            "Write `Project, on delete cascade`."
        ),
    ),
    "a membership twice": (
        _changed(("    unique: [[project, user]]\n", "")),
        "10:3: Somebody could be a member of one `Project` twice. Add `unique: [[project, user]]`.",
    ),
    "two roles": (
        _changed(("| worker | lead", "| worker | lead\n      kind: a | b = a")),
        (
            "15:13: Members have two enums: which one is their role? "
            "Keep one enum, weakest role first."
        ),
    ),
    "what nobody can say": (
        _changed(("      role:", "      since: date\n      role:")),
        (
            "14:14: Who makes a `Project` is its first member, and nobody says this then. "
            "Write `?` behind the type, or a default."
        ),
    ),
    "a role for the taking": (
        _changed(("create: member as lead}", "create: member as worker}")),
        "16:36: `member as worker` could make themselves `lead`. Write `member as lead`.",
    ),
    "a role for everybody": (
        _changed(("create: member as lead}", "create: signed in}")),
        "16:36: `signed in` could make themselves `lead` of any `Project`. Write `member as lead`.",
    ),
    "a role for the taking by an action": (
        _changed(
            (
                "create: member as lead}\n",
                "create: member as lead}\n    actions: {rise: {by: member, sets: {role: lead}}}\n",
            )
        ),
        "17:26: `member` could make themselves `lead`. Write `member as lead`.",
    ),
    "members of the collection": (
        _comments(
            "read: member}\n    actions: {sweep: {on: collection, by: member of issue.project}"
        ),
        (
            "25:43: On the collection there is no row that could belong to anybody. "
            "Write `signed in`, or take `on` out."
        ),
    ),
    "a member of nothing who acts": (
        _comments("read: member}\n    actions: {show: {by: member of text}"),
        (
            "25:26: Nobody can meet `member of text`: no required reference of `Comment` leads to "
            "rows with members. Write `member`."
        ),
    ),
    "a role that is called member": (
        _changed(("resources:", "roles: [member, admin]\nresources:")),
        (
            "3:9: `member` is a word of the rules where rows have members. "
            "Write another name, such as `user`."
        ),
    ),
}


@pytest.mark.parametrize("said", ["Nobody", "User", "Project", "[Membership]"])
def test_of_members_that_nothing_names_well_one_mistake_is_told(
    said: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    (found,) = mistakes(_changed(("members: Membership", f"members: {said}")))
    assert (found.line, found.where) == (7, "resources.Project.members")


@pytest.mark.parametrize("said", ["member of issue", "owner of issue", "member"])
def test_an_endpoint_of_ones_own_does_not_look_for_members(
    said: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    own = f"endpoints:\n  POST /comments/{{comment}}/praise: {{access: {said}}}\n"
    (found,) = mistakes(PAGE + own)
    assert found.what == f"Endpoints do not look for `{said}`."


@pytest.mark.parametrize("case", WRONG)
def test_what_no_rule_can_mean_is_said_where_it_stands(
    case: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    page, expected = WRONG[case]
    found = [f"{each.line}:{each.column}: {each.what} {each.help}" for each in mistakes(page)]
    assert expected in found
