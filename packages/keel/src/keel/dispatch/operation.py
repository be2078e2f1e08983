"""An operation that is laid out: what runs from its request to its answer."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from fastapi.datastructures import DefaultPlaceholder
from fastapi.exceptions import ResponseValidationError
from starlette.requests import Request
from starlette.responses import Response

from keel.dispatch.alone import ALONE, does_one_thing
from keel.dispatch.parameters import JsonBody, Unknown
from keel.dispatch.steps import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi.routing import RouteContext
    from starlette.types import Receive, Scope, Send

_SUCCESS = 200


class Operation:
    """One operation.

    Args:
        route: Its route, as FastAPI has it.

    Raises:
        Unknown: It is made of something that is not known here.
    """

    def __init__(self, route: RouteContext) -> None:
        if not _answers_plainly(route):
            raise Unknown
        self.route = route.original_route
        self.endpoint = route.endpoint
        self._steps = steps(route.dependant)
        self._field = route.response_field
        self._by_alias: bool = route.response_model_by_alias
        self._status: int = route.status_code or _SUCCESS
        kinds = [type(each) for step in self._steps for each in step.parameters]
        self.has_body = JsonBody in kinds
        contexts = [step for step in self._steps if step.is_context]
        self._has_context = bool(contexts)
        self._is_alone = len(contexts) == 1 and does_one_thing(self._steps[-1].call)

    async def __call__(self, scope: Scope, receive: Receive, send: Send, body: bytes) -> None:
        """Answer a request.

        Args:
            scope: Of the request.
            receive: What it still sends.
            send: Where the answer goes.
            body: What it has sent, where the operation takes a body.

        Raises:
            Unfit: Nothing has been called yet, and FastAPI shall say what does not fit.
        """
        scope[ALONE] = self._is_alone
        request = Request(scope, receive, send)
        # All is read before anything is called, so that nothing is called twice.
        values = [step.read(request, body) for step in self._steps]
        response = Response()
        response.status_code = 0
        del response.headers["content-length"]
        if self._has_context:
            async with AsyncExitStack() as stack:
                content = await self._run(values, request, response, stack)
        else:
            content = await self._run(values, request, response, None)
        if isinstance(content, Response):
            await content(scope, receive, send)
        else:
            await _send(content, response, response.status_code or self._status, send)

    async def _run(
        self,
        values: Sequence[dict[str, Any]],
        request: Request,
        response: Response,
        stack: AsyncExitStack | None,
    ) -> Any:
        """The body of the answer, or an answer of the endpoint's own."""
        done: list[Any] = []
        for step, read in zip(self._steps, values, strict=True):
            done.append(await step.run(step.complete(read, done, request, response), stack))
        content = done[-1]
        return content if isinstance(content, Response) else self._body(content)

    def _body(self, content: Any) -> bytes:
        field: Any = self._field
        value, errors = field.validate(content, {}, loc=("response",))
        if errors:
            raise ResponseValidationError(errors, body=content)
        body: bytes = field.serialize_json(value, by_alias=self._by_alias)
        return body


async def _send(content: bytes, response: Response, status: int, send: Send) -> None:
    headers = [
        (b"content-length", str(len(content)).encode()),
        (b"content-type", b"application/json"),
        *response.raw_headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


def _answers_plainly(route: RouteContext) -> bool:
    """Whether an answer is JSON of its model, whole."""
    trimmed = (
        route.response_model_include,
        route.response_model_exclude,
        route.response_model_exclude_unset,
        route.response_model_exclude_defaults,
        route.response_model_exclude_none,
    )
    is_plain = route.response_field is not None and not any(trimmed)
    is_streamed = route.is_sse_stream or route.is_json_stream or route.stream_item_field
    return is_plain and not is_streamed and isinstance(route.response_class, DefaultPlaceholder)
