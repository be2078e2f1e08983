"""What is said twice in a list's address is said once in its links."""

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.testclient import TestClient
from keel.access import anyone
from keel.auth import allow
from keel.data import Page, PageLinks

router = APIRouter(dependencies=[allow(anyone)])


@router.get("/pages")
async def list_pages(links: PageLinks) -> Page[int]:
    return links.add(Page(items=[], total=0, limit=2, offset=0))


def test_links_say_each_parameter_once(calling: Callable[..., TestClient]) -> None:
    query = "sort=name&sort=-name&sort=name&q=a&q=a&limit=1&limit=2&offset=0&offset=0"
    answer = calling(router).get(f"/pages?{query}")
    first = answer.links["first"]["url"]
    # Of several values the last counts: it must stay the last.
    assert first == "/pages?sort=-name&sort=name&q=a&limit=2&offset=0"
