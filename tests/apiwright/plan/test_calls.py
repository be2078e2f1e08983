"""The calls that people are given to paste."""

import ast
import json
import shlex
from collections.abc import Callable

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.calls import Call, calls

OtherShop = Callable[[str, str], Blueprint]


def by_name(blueprint: Blueprint) -> dict[str, Call]:
    return {call.about: call for call in calls(blueprint)}


def body(call: Call) -> object:
    words = shlex.split(call.curl)
    return json.loads(words[words.index("-d") + 1])


def test_they_come_in_the_order_in_which_they_work(shop: Blueprint) -> None:
    assert [*by_name(shop)] == ["Sign in", "Who am I", "List authors", "Add one author (editor)"]


def test_what_a_shell_fills_in_is_encoded(shop: Blueprint) -> None:
    found = by_name(shop)
    assert '--data-urlencode "username=$EMAIL"' in found["Sign in"].curl
    assert '--data-urlencode "password=$PASSWORD"' in found["Sign in"].curl
    assert '-G --data-urlencode "sort=-created_at"' in found["List authors"].curl


def test_a_row_is_added_with_all_that_must_be_sent(shop: Blueprint) -> None:
    call = by_name(shop)["Add one author (editor)"]
    assert body(call) == {"name": "Name"}
    assert "Authorization: Bearer $TOKEN" in call.curl
    assert 'json={"name": "Name"}' in call.python
    assert "Bearer {token}" in call.python


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("str 5..6", "NameNa"),
        ("text ..2", "Na"),
        ("int 3..", 3),
        ("int ..-2", -2),
        ("'decimal(10,2) 0.50..'", "0.5"),
        ("bool", True),
        ("date", "2026-05-17"),
        ("small | large", "small"),
        ("{type: 'str 3, matches ^a', example: \"a'b\"}", "a'b"),
        ("{type: json, example: [1, null]}", [1, None]),
    ],
)
def test_what_is_sent_fits_its_field(field: str, sent: object) -> None:
    page = f"backend: Shop\nresources:\n  Tool: {{fields: {{name: {field}}}, access: ALL}}\n"
    all_ = "{read: anyone, write: anyone}"
    call = by_name(read_blueprint(page.replace("ALL", all_)))["Add one tool (anyone)"]
    assert body(call) == {"name": sent}
    source = call.python.partition("json=")[2].removesuffix(")")
    assert ast.literal_eval(source) == {"name": sent}


def test_without_a_row_that_stands_alone_nothing_is_added(other_shop: OtherShop) -> None:
    shop = other_shop("name: str 1..120, unique, search", "name: str 3, matches ^a, search")
    assert [*by_name(shop)] == ["Sign in", "Who am I", "List authors"]


def test_without_accounts_nobody_signs_in() -> None:
    note = "Note: {fields: {text: text}, access: {read: anyone, create: anyone}}"
    page = f"backend: Board\nresources:\n  {note}\n"
    found = by_name(read_blueprint(page))
    assert [*found] == ["List notes", "Add one note (anyone)"]
    assert not any("Bearer" in call.curl + call.python for call in found.values())
