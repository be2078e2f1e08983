"""What a failure is: an exception that says how it is answered.

Source: RFC 9457.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException

from keel.request_id import request_id

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one value of a request.

    Attributes:
        field: Where the value stands: `body.title`, `query.limit`, `path.note_id`.
        message: What it should be; never the value itself.
    """

    field: str
    message: str


class Problem(HTTPException):
    """A failure that the caller is told about; subclass it for a failure of your own.

    It is an `HTTPException` because FastAPI lets nothing else through while it reads a body.

    Attributes:
        status: The HTTP status it is answered with.
        title: What kind of failure it is, the same each time.
        type: The URI of the kind. `about:blank` says that the status tells all there is to know;
            a subclass that clients must tell apart names one of its own.
        detail: What is said when a failure says nothing particular.
        headers: What the answer carries besides the usual.
        media_type: What its document is written as.

    Args:
        detail: What is wrong this time and what to do; the class's `detail` when left out.
        errors: What is wrong with single values.
        headers: Added to those of the class.
    """

    status: int = 500
    title: str = "Internal Server Error"
    type: str = "about:blank"
    detail: str = "The request failed."
    headers: Mapping[str, str] = {}
    media_type: str = MEDIA_TYPE

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(self.status, detail or self.detail, {**self.headers, **(headers or {})})
        self.errors = tuple(errors)

    def document(self, path: str) -> bytes:
        """The body of the answer to a request for `path`, as JSON in plain ASCII."""
        return json.dumps(self.members(quote(path, errors="replace"))).encode()

    def members(self, instance: str) -> dict[str, Any]:
        """What the document says.

        Args:
            instance: Where it happened: a URI, or one that is relative to the request's.
        """
        return {
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            "request_id": request_id.get(),
            "errors": [asdict(error) for error in self.errors],
        }
