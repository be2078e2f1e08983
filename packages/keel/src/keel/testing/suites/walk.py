"""Walking a list from page to page."""

from keel.testing.answers import Answer
from keel.testing.visitors import Visitor

_ROWS_AT_MOST = 100


def walk(visitor: Visitor, page: Answer, relation: str) -> tuple[list[str], Answer]:
    """The ids on a page and on all that follow it by a link, and the last of these pages."""
    ids = [item["id"] for item in page.body["items"]]
    while relation in page.links:
        page = visitor.get(page.links[relation]).must_be(200, f"a page links to it as {relation}")
        ids += [item["id"] for item in page.body["items"]]
        page.must_hold(len(ids) <= _ROWS_AT_MOST, "the links to come to an end")
    return ids, page
