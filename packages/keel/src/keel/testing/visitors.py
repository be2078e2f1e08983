"""Visitors: kinds of callers, and the calls they make."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from starlette.testclient import TestClient

from keel.access import ANONYMOUS, Caller
from keel.testing.answers import Answer
from keel.testing.sent import as_sent


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who calls the API; without a token, nobody known."""

    name: str
    client: TestClient = field(repr=False)
    caller: Caller = ANONYMOUS
    token: str | None = field(default=None, repr=False)

    @property
    def id(self) -> UUID:
        """The id of this visitor's account."""
        if self.caller.id is None:
            raise LookupError(f"{self.name} has no account")
        return self.caller.id

    def get(self, url: str, **query: Any) -> Answer:
        """`GET`, with a query of whatever JSON could say."""
        return self.send("GET", url, params=as_sent(query) or None)

    def post(self, url: str, body: Any) -> Answer:
        """`POST` with a body of JSON."""
        return self.send("POST", url, json=as_sent(body))

    def patch(self, url: str, body: Any) -> Answer:
        """`PATCH` with a body of JSON."""
        return self.send("PATCH", url, json=as_sent(body))

    def delete(self, url: str) -> Answer:
        """`DELETE`."""
        return self.send("DELETE", url)

    def send(self, method: str, url: str, **options: Any) -> Answer:
        """Any request, with this visitor's token."""
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        response = self.client.request(method, url, headers=headers, **options)
        return Answer(response, asked_by=self.name)
