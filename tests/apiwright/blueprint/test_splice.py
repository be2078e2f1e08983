"""A page is changed in one place, and every other letter stays as its author wrote it."""

from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import cast

import pytest
from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.page.splice import Change, spliced
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]
PAGES = [
    path.read_text()
    for path in sorted((*ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/golden/*/blueprint.yaml")))
]
VALUES = ("str? ..80", "nobody", "decimal(10,2)?, unique", "a: b", "# no comment", "{x}", "yes")


def fields(text: str) -> Iterator[tuple[str | int, ...]]:
    """Where each field, and each rule, of a page stands."""
    data = cast("dict[str, dict[str, dict[str, dict[str, object]]]]", data_of(text))
    for name, resource in data.get("resources", {}).items():
        for key in ("fields", "access"):
            yield from (("resources", name, key, each) for each in resource.get(key) or {})


def data_of(text: str) -> dict[str, object]:
    report = Report(Places())
    data = read_document(text, report)
    assert not report.mistakes
    return data


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    lines = [*ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))]
    gone, new = ([line[2:] for line in lines if line.startswith(sign)] for sign in "-+")
    return gone, new


@given(st.data())
def test_any_field_of_any_page_is_changed_alone(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(PAGES))
    path = data.draw(st.sampled_from([*fields(text)]))
    value = data.draw(st.sampled_from(VALUES))
    after = spliced(text, Change(path, value))
    if after is None:  # a field that is written at length has no other value in its place
        return
    gone, new = changed_lines(text, after)
    assert len(new) <= 1
    assert len(gone) <= 1 or "{" in gone[0]


@given(st.data())
def test_a_new_field_is_one_more_line_or_one_longer(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(PAGES))
    *path, name = data.draw(st.sampled_from([*fields(text)]))
    behind = data.draw(st.sampled_from([None, "", str(name)]))
    after = spliced(text, Change((*path, "by_hand"), data.draw(st.sampled_from(VALUES)), behind))
    assert after is not None
    gone, new = changed_lines(text, after)
    assert len(new) == 1
    assert len(gone) == (0 if new[0].strip().startswith("by_hand:") else 1)


@given(st.data())
def test_what_goes_takes_no_line_along(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(PAGES))
    path = data.draw(st.sampled_from([*fields(text)]))
    after = spliced(text, Change(path, None))
    assert after is not None
    _, new = changed_lines(text, after)
    assert len(new) <= 1


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a:\r\n  b: c\r\n", ("a", "d"), "e", "a:\r\n  b: c\r\n  d: e\r\n"),
        ("a:\n  b: c", ("a", "d"), "e", "a:\n  b: c\n  d: e"),
        ("a: {}\n", ("a", "d"), "e", "a: {d: e}\n"),
        ("a: {b: 'c'}   # why\n", ("a", "b"), "e", "a: {b: e}   # why\n"),
        ("a: {b: c}\n", ("a", "b"), "x, y", 'a: {b: "x, y"}\n'),
        ("a:\n  b: |\n    c\n\n# x\n", ("a", "d"), "e", "a:\n  b: |\n    c\n  d: e\n\n# x\n"),
        ("a:\n  b:\n    - c\n    - d\nx: y\n", ("a", "b", 0), None, "a:\n  b:\n    - d\nx: y\n"),
        ("a: {b: [c, d], e: f}\n", ("a", "b", 1), None, "a: {b: [c], e: f}\n"),
        ("a: {b: [c], e: f}\n", ("a", "b", 0), None, "a: {e: f}\n"),
        ("a:\n  b: c\nx: y\n", ("a", "b"), None, "x: y\n"),
        ("a: b\n", ("x", "y"), "z", None),
        ("a:\n  b: c\n", ("a",), "z", None),
    ],
)
def test_each_form_keeps_its_own(
    text: str, path: tuple[str | int, ...], value: str | None, after: str | None
) -> None:
    assert spliced(text, Change(path, value)) == after
