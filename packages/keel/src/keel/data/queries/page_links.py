"""Links from a page to the pages around it.

Source: RFC 8288.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Depends, Request, Response

from keel.data.queries.pages import CursorPage, Page

P = TypeVar("P", bound=Page[Any] | CursorPage[Any])


class Links:
    """The `Link` header of a list's answer; its addresses keep the other query parameters."""

    def __init__(self, request: Request, response: Response) -> None:
        self._path = quote(request.url.path)
        given = reversed(request.query_params.multi_items())
        # What is said again adds nothing; the last counts where one value is wanted.
        self._given = list(reversed(dict.fromkeys(given)))
        self._response = response

    def add(self, page: P) -> P:
        """Name the pages around `page` in the `Link` header, and return it."""
        targets = _around(page) if isinstance(page, Page) else _beside(page)
        links = (f'<{self._address(**target)}>; rel="{rel}"' for rel, target in targets.items())
        self._response.headers["Link"] = ", ".join(links)
        return page

    def _address(self, **changed: object) -> str:
        # Without scheme and host, which only the proxies in front of us know for sure.
        kept = [pair for pair in self._given if pair[0] not in {"cursor", *changed}]
        return f"{self._path}?{urlencode([*kept, *changed.items()])}".rstrip("?")


def _around(page: Page[Any]) -> Mapping[str, Mapping[str, object]]:
    limit, offset = page.limit, page.offset
    last = max(page.total - 1, 0) // limit * limit
    offsets = {"first": 0, "last": last}
    if offset > 0:
        offsets["prev"] = max(offset - limit, 0)
    if offset + limit < page.total:
        offsets["next"] = offset + limit
    return {rel: {"limit": limit, "offset": place} for rel, place in offsets.items()}


def _beside(page: CursorPage[Any]) -> Mapping[str, Mapping[str, object]]:
    cursors = {"prev": page.previous, "next": page.next}
    beside = {rel: {"cursor": cursor} for rel, cursor in cursors.items() if cursor}
    return {"first": {}, **beside}


async def page_links(request: Request, response: Response) -> Links:
    """The `Link` header of this request's answer; a class alone would be made in a thread."""
    return Links(request, response)


PageLinks: TypeAlias = Annotated[Links, Depends(page_links)]
"""`links.add(page)` in a route sets the `Link` header of its answer."""
