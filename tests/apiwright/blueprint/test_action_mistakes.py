"""Mistakes in states and actions."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake

PAGE = """\
backend: Magazine
roles: [reader, editor]
auth: {sign_up: open}
resources:
  User: {access: {read: signed in}}
  Article:
    owned: true
    fields:
      title: str 1..200
      summary: str? ..500
      mood: calm | bright
      status: draft -> published -> hidden
      day: date?
      published_at: datetime?
      publisher: User?
    access: {read: signed in, create: signed in}
    actions:
      publish: {status: draft -> published, by: owner, needs: [summary], sets: {published_at: now}}
      hide: {status: published -> hidden, by: editor, body: {reason: text 1..200, to: User}}
      gather: {on: collection, by: editor, returns: [Article]}
"""
MISTAKES = [
    ("-> hidden\n", "-> hidden?\n", "12:43: `optional` means nothing for states. Take it out."),
    (
        "-> hidden\n",
        "-> hidden = draft\n",
        (
            "12:46: A row starts in the first of its states. "
            "Take the default out, or write its state first."
        ),
    ),
    (
        "-> hidden\n",
        "-> hidden, unique\n",
        "12:45: `unique` means nothing for states. Take it out.",
    ),
    (
        "status: draft -> published -> hidden\n",
        "status: {states: [draft -> published -> hidden, draft -> published]}\n",
        "12:16: `draft -> published` stands here twice. Take one out.",
    ),
    (
        "status: draft -> published -> hidden\n",
        "status: {states: [draft -> published -> hidden, hidden -> hidden]}\n",
        "12:55: `hidden -> hidden` leads nowhere. Take it out.",
    ),
    (
        "status: draft -> published -> hidden\n",
        "status: {states: [draft]}\n",
        (
            "12:25: `draft` is no arrow. "
            "Write arrows between states: `draft -> published -> hidden | archived`."
        ),
    ),
    (
        "status: draft -> published -> hidden\n",
        "status: {states: [draft -> published ->]}\n",
        (
            "12:46: A state is missing here. "
            "Write arrows between states: `draft -> published -> hidden | archived`."
        ),
    ),
    (
        "-> hidden\n",
        "-> hidden -> gone\n",
        (
            "12:7: No action goes from `hidden` to `gone`. Add one to `actions`, "
            "`{status: hidden -> gone, by: …}`, or take the arrow out."
        ),
    ),
    (
        "status: draft -> published -> hidden\n",
        "status: {states: [draft -> published -> hidden, lost -> hidden]}\n",
        "12:55: No arrow leads to `lost`. Write one: `draft -> lost`.",
    ),
    (
        "status: published -> hidden",
        "status: draft -> hidden",
        (
            "19:22: `draft -> hidden` is no arrow of `status`. "
            "Choose from `draft -> published`, `published -> hidden`, or add it there."
        ),
    ),
    (
        "status: published -> hidden",
        "status: publishd -> hidden",
        "19:22: `publishd` is no state of `status`. Write `published`.",
    ),
    (
        "status: published -> hidden",
        "status: published -> hidden | draft",
        "19:22: An action ends in one state. Write one arrow: `draft | hidden -> published`.",
    ),
    (
        "hide: {status",
        "hide: {state",
        "19:14: `state` is no key of an action and no field of states. Write `status`.",
    ),
    (
        "needs: [summary]",
        "nedes: [summary]",
        "18:56: `nedes` is no key of an action and no field of states. Write `needs`.",
    ),
    ("needs: [summary]", "needs: [sumary]", "18:64: `sumary` is no field. Write `summary`."),
    (
        "needs: [summary]",
        "needs: [title]",
        ("18:64: `title` is never without a value. Take it out, or write `?` behind its type."),
    ),
    (
        "needs: [summary]",
        "needs: [summary, summary]",
        "18:73: `summary` stands here twice. Take it out.",
    ),
    (
        "{published_at: now}",
        "{published: now}",
        "18:81: `published` is no field. Write `published_at`.",
    ),
    (
        "{published_at: now}",
        "{published_at: today}",
        (
            "18:95: `today` is not a moment with its offset like "
            "`2001-12-31T12:00:00Z`. Write `now`."
        ),
    ),
    (
        "{published_at: now}",
        "{mood: sad}",
        "18:87: The value is none of `calm`, `bright`. Write one that callers could send.",
    ),
    (
        "{published_at: now}",
        "{title: null}",
        "18:88: `title` is never null. Write a value, or `?` behind its type.",
    ),
    (
        "{published_at: now}",
        "{status: hidden}",
        "18:89: `status` moves by arrows. Write `status: … -> hidden`.",
    ),
    (
        "by: editor, body: {reason: text 1..200, to: User}",
        "by: editor, body: {reason: {values: [stale, too short]}}",
        "19:87: `too short` is not spelled like a value. Write `too_short`.",
    ),
    (
        "by: editor, body: {reason: text 1..200, to: User}",
        "by: editor, body: {reason: {values: [too-late, too_late]}}",
        ("19:90: `too_late` and `too-late` have one name in Python, `TOO_LATE`. Rename one."),
    ),
    (
        "by: editor, body: {reason: text 1..200, to: User}",
        "by: editor, body: {title: str ..300}",
        ("19:69: `title` can be more here than in the field that it is written to. Write `..200`."),
    ),
    (
        "by: editor, body: {reason: text 1..200, to: User}",
        "by: editor, body: {title: int}",
        (
            "19:69: `title` is of another type than the field that it is written to. "
            "Write `body: [title]`, or another name."
        ),
    ),
    (
        "by: editor, body: {reason: text 1..200, to: User}",
        "by: editor, body: [status]",
        "19:62: `status` moves by arrows. Take it out.",
    ),
    (
        "reason: text 1..200",
        "reason: txt",
        "19:70: `txt` is no type and no resource. Write `text`.",
    ),
    (
        "by: editor, returns",
        "by: edtor, returns",
        "20:36: `edtor` is no role and no word of a rule. Write `editor`.",
    ),
    (
        "by: editor, returns",
        "by: owner, returns",
        (
            "20:36: On the collection there is no row that could belong to anybody. "
            "Write `signed in`, or take `on` out."
        ),
    ),
    ("returns: [Article]", "returns: [Artcle]", "20:44: `Artcle` is no resource. Write `Article`."),
    (
        "on: collection",
        "on: row",
        "20:20: `row` is none of `collection`. Choose from `collection`.",
    ),
    (
        "gather: {on: collection,",
        "update: {on: collection,",
        (
            "20:7: `update` is an operation that every resource can have. "
            "Write another, such as `update_article`."
        ),
    ),
    (
        "gather: {on: collection,",
        "save: {on: collection,",
        "20:7: `save` is a part of every service. Write another, such as `save_article`.",
    ),
    (
        "by: owner, needs",
        "by: reader, needs",
        "",
    ),
    (
        "read: signed in, create",
        "read: owner, create",
        (
            "19:47: `editor` may change what `editor` may not read, and so cannot find. "
            "Write `read: owner | editor`."
        ),
    ),
    (
        "      gather:",
        "      Gather:",
        "20:7: `Gather` is not spelled like an action. Write `gather`.",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_is_told(
    right: str, wrong: str, said: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    assert right in PAGE
    found = [
        f"{each.line}:{each.column}: {each.what} {each.help}".strip()
        for each in mistakes(PAGE.replace(right, wrong))
    ]
    assert said in found if said else not found


def test_the_page_itself_has_none(mistakes: Callable[[str], tuple[Mistake, ...]]) -> None:
    assert mistakes(PAGE) == ()


def test_an_account_has_no_actions(mistakes: Callable[[str], tuple[Mistake, ...]]) -> None:
    page = PAGE.replace(
        "User: {access: {read: signed in}}",
        "User: {access: {read: signed in}, actions: {ban: {by: editor}}}",
    )
    assert "An account has no actions." in [each.what for each in mistakes(page)]


def test_of_a_field_that_is_wrong_no_value_is(
    mistakes: Callable[[str], tuple[Mistake, ...]],
) -> None:
    page = PAGE.replace("str? ..500", "'str? ..500, matches (?=a)'")
    page = page.replace("{published_at: now}", "{published_at: now, summary: short}")
    (mistake,) = mistakes(page)
    assert mistake.what.startswith("The pattern cannot be used")
