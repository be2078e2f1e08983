"""What has to be called before an endpoint, one after the other, each once."""

from __future__ import annotations

import inspect
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from keel.dispatch.parameters import Parameter, Unknown, parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AsyncExitStack

    from fastapi.dependencies.models import Dependant
    from starlette.requests import Request
    from starlette.responses import Response


@dataclass(frozen=True)
class Step:
    """One call.

    Attributes:
        call: What is called.
        is_context: Whether it is left again before the answer is sent.
        parameters: What it takes from the request.
        needs: What it takes from earlier steps, by name.
        request_name: The name under which it takes the request, if it does.
        response_name: The name under which it takes the answer's headers and status.
    """

    call: Callable[..., Any]
    is_context: bool
    parameters: Sequence[Parameter]
    needs: Sequence[tuple[str, int]]
    request_name: str | None
    response_name: str | None

    def read(self, request: Request, body: bytes) -> dict[str, Any]:
        """What it takes from the request.

        Raises:
            Unfit: The request has not all of it.
        """
        return {each.name: each.read(request, body) for each in self.parameters}

    async def run(self, values: dict[str, Any], stack: AsyncExitStack | None) -> Any:
        """Call it."""
        if not self.is_context or stack is None:
            return await self.call(**values)
        return await stack.enter_async_context(self.call(**values))

    def complete(
        self, values: dict[str, Any], done: Sequence[Any], request: Request, response: Response
    ) -> dict[str, Any]:
        """All that it takes."""
        for name, place in self.needs:
            values[name] = done[place]
        if self.request_name:
            values[self.request_name] = request
        if self.response_name:
            values[self.response_name] = response
        return values


def steps(endpoint: Dependant) -> list[Step]:
    """All calls of an operation in their order, the endpoint last.

    Raises:
        Unknown: One of them is not known here: it runs in a thread, or ends after the answer.
    """
    found: list[Step] = []
    known: dict[Any, int] = {}
    _add(endpoint, found, known)
    return found


def _add(dependant: Dependant, found: list[Step], known: dict[Any, int]) -> int:
    needs = [(each.name, _add(each, found, known)) for each in dependant.dependencies]
    call: Any = dependant.call
    if dependant.use_cache and call in known:
        return known[call]
    found.append(_step(dependant, [(name, place) for name, place in needs if name]))
    known[call] = len(found) - 1
    return known[call]


def _step(dependant: Dependant, needs: Sequence[tuple[str, int]]) -> Step:
    call: Any = dependant.call
    is_context = inspect.isasyncgenfunction(call)
    if not (is_context and dependant.scope == "function") and not _is_coroutine(call):
        raise Unknown
    others = (
        dependant.websocket_param_name,
        dependant.background_tasks_param_name,
        dependant.security_scopes_param_name,
        dependant.own_oauth_scopes,
        dependant.concurrency,
    )
    if any(others) or len(dependant.body_params) > 1:
        raise Unknown
    fields = {
        "path": dependant.path_params,
        "query": dependant.query_params,
        "header": dependant.header_params,
        "cookie": dependant.cookie_params,
    }
    return Step(
        call=asynccontextmanager(call) if is_context else call,
        is_context=is_context,
        parameters=parameters(fields, dependant.body_params),
        needs=needs,
        request_name=dependant.request_param_name or dependant.http_connection_param_name,
        response_name=dependant.response_param_name,
    )


def _is_coroutine(call: Any) -> bool:
    if inspect.isclass(call):
        return False
    return inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(
        getattr(call, "__call__", None)  # noqa: B004 - it is looked at, not called
    )
