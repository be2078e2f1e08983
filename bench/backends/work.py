"""The work that every contender does, and what its answers must say."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

NEW_ITEM = json.dumps({"title": "Made", "price": "12.50", "state": "open", "note": "By a bench."})


@dataclass(frozen=True, slots=True)
class Work:
    """One request, over and over.

    Attributes:
        name: W1 to W5.
        about: What it is, for people.
        path: Where it goes; `{item}` is the id of an item of the caller's.
        writes: Whether it is asked for by the account whose rows are taken away again.
        new: The members of the answer that no two answers share.
    """

    name: str
    about: str
    path: str
    method: str = "GET"
    body: str = ""
    writes: bool = False
    new: frozenset[str] = field(default=frozenset())

    def request(self, token: str, item_id: str, port: int) -> bytes:
        """The request as bytes, for a connection that is kept."""
        lines = [
            f"{self.method} {self.path.format(item=item_id)} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            f"Authorization: Bearer {token}",
        ]
        if self.body:
            lines += ["Content-Type: application/json", f"Content-Length: {len(self.body)}"]
        return ("\r\n".join(lines) + "\r\n\r\n" + self.body).encode()


WORKS = (
    Work("W1", "a constant answer", "/health/live"),
    Work("W2", "one item by id, signed in", "/items/{item}"),
    Work(
        "W3",
        "a page of 20 of the caller's items, filtered, sorted, with a total",
        "/items?state=open&sort=-price&limit=20",
    ),
    Work(
        "W4",
        "an item made: validated, committed",
        "/items",
        method="POST",
        body=NEW_ITEM,
        writes=True,
        new=frozenset({"id", "created_at", "updated_at"}),
    ),
    Work("W5", "a page of 20 offers, each with its owner", "/offers?lot=7&include=owner&limit=20"),
)


def said(body: bytes, work: Work) -> Any:
    """What an answer says, however it writes moments and decimals."""
    content = json.loads(body)
    if work.new:
        missing = work.new - content.keys()
        content = {name: value for name, value in content.items() if name not in work.new}
        content["missing"] = sorted(missing)
    return _plain(content)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return _read(value, datetime.fromisoformat) or _read(value, Decimal) or value
    return value


def _read(text: str, reader: Callable[[str], Any]) -> Any:
    try:
        return reader(text)
    except (ValueError, InvalidOperation):
        return None
