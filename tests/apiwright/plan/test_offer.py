"""The plan says how clients of before can be kept."""

from __future__ import annotations

from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.compare import compare
from apiwright.plan.offer import offer

PAGE = """\
backend: Shop
api: v1
resources:
  Book:
    fields:
      name: str 1..80
      pages: int?
    access: {read: anyone, write: anyone}
    list: {sort: [name]}
"""
RENAMED = PAGE.replace("name: str 1..80", "title: str 1..80, was name").replace("[name]", "[title]")


def test_a_rename_breaks_nobody_with_the_version_that_is_offered() -> None:
    before, after = read_blueprint(PAGE), read_blueprint(RENAMED)
    offered = compare(before, after).offer
    assert offered is not None
    assert offered.left == ()
    assert offered.page == (
        "api: v2",
        "versions:",
        "  v1:",
        "    resources:",
        "      Book: {was: {title: name}}",
    )
    page = RENAMED.replace("api: v1", "\n".join(offered.page))
    assert breaking(before, read_blueprint(page)) == ()


def test_what_no_version_can_keep_is_said() -> None:
    before = read_blueprint(PAGE)
    after = read_blueprint(RENAMED.replace("      pages: int?\n", ""))
    offered = offer(before, after)
    assert offered is not None
    (left,) = offered.left
    assert "`Book.pages` is gone" in left


def test_nothing_is_offered_where_it_would_keep_nobody() -> None:
    before = read_blueprint(PAGE)
    assert offer(before, read_blueprint(PAGE.replace("1..80", "1..60"))) is None
    assert offer(before, before) is None
    unversioned = (read_blueprint(page.replace("api: v1\n", "")) for page in (PAGE, RENAMED))
    assert offer(*unversioned) is None
