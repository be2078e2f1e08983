"""Answers of the API, which tell the whole story when they are not as expected."""

import json
from dataclasses import dataclass
from typing import Any

from httpx2 import Response

from keel.problems import Unwritten
from keel.testing.unwritten import StillUnwritten


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and who asked."""

    response: Response
    asked_by: str

    @property
    def status(self) -> int:
        """The HTTP status code."""
        return self.response.status_code

    @property
    def body(self) -> Any:
        """The JSON body."""
        return self.response.json()

    @property
    def links(self) -> dict[str, str]:
        """The URLs of the `Link` header by their relation, RFC 8288."""
        return {rel: link["url"] for rel, link in self.response.links.items() if rel is not None}

    def must_be(self, status: int, because: str) -> "Answer":
        """This answer, when its status is `status`.

        Raises:
            StillUnwritten: It is 501, for the operation has no logic yet.
            AssertionError: It is not; the message says what was sent, by whom, and what came.
        """
        __tracebackhide__ = True
        if self.status == Unwritten.status != status:
            raise StillUnwritten(self.story(f"{status}, because {because}"))
        if self.status != status:
            raise AssertionError(self.story(f"{status}, because {because}"))
        return self

    def must_hold(self, holds: bool, expected: str) -> "Answer":  # noqa: FBT001 - the claim itself
        """This answer, when what was found out about it `holds`.

        Raises:
            AssertionError: It does not; the message says what was sent, by whom, and what came.
        """
        __tracebackhide__ = True
        if not holds:
            raise AssertionError(self.story(expected))
        return self

    def must_name(self, field: str) -> "Answer":
        """This answer, when one of its errors is about `field`.

        Raises:
            AssertionError: None is; the message says what was sent, by whom, and what came.
        """
        __tracebackhide__ = True
        named = [error["field"] for error in self.body.get("errors", ())]
        return self.must_hold(
            any(field in name.split(".") for name in named), f"an error that names {field}"
        )

    def story(self, expected: str) -> str:
        """What was sent, by whom, what was expected, and what came."""
        request = self.response.request
        return (
            f"\n{request.method} {request.url.raw_path.decode()} by {self.asked_by}"
            f"\n  sent      {_short(request.content)}"
            f"\n  expected  {expected}"
            f"\n  came      {self.status} {_short(self.response.content)}"
        )


def _short(content: bytes, most: int = 600) -> str:
    """Readable content, cut where it gets long."""
    try:
        text = json.dumps(json.loads(content), ensure_ascii=False)
    except ValueError:
        text = content.decode(errors="replace")
    return f"{text[:most]}… ({len(text)} characters)" if len(text) > most else text or "nothing"
