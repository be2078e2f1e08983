"""Visitors: kinds of callers, and the calls they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from starlette.testclient import TestClient

from keel.access import ANONYMOUS, Caller
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer


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

    def put_file(self, url: str, content: bytes, media_type: str, **headers: str) -> Answer:
        """`PUT` with a file as body."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        said = {"content-type": media_type, **named}
        return self.send("PUT", url, content=content, headers=said)

    def send(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, **options: Any
    ) -> Answer:
        """Any request, with this visitor's token."""
        token = {"authorization": f"Bearer {self.token}"} if self.token else {}
        response = self.client.request(method, url, headers={**(headers or {}), **token}, **options)
        return Answer(response, asked_by=self.name)
