"""The border: what every request crosses on its way in, and every answer on its way out."""

import logging
import re
import secrets
from collections.abc import Mapping
from functools import partial
from time import perf_counter

from starlette.types import ASGIApp, Receive, Scope, Send

from keel.edge.answer import Answer
from keel.edge.body import IN_SCOPE, Body
from keel.edge.headers import refuse_too_large, security_headers
from keel.edge.hosts import Hosts
from keel.edge.proxies import Proxies
from keel.edge.retirement import Retirement, Retirements
from keel.problems import Problem
from keel.problems.handlers import respond
from keel.request_id import request_id
from keel.settings import Settings

HEALTH_PATH = "/health"
SANE_ID = re.compile(rb"[\w.-]{1,64}", re.ASCII)

log = logging.getLogger(__name__)


class Border:
    """Names each request, bounds what comes in, adds to what goes out, and logs one line."""

    def __init__(
        self, app: ASGIApp, settings: Settings, versions: Mapping[str, Retirement]
    ) -> None:
        self.app = app
        self.limit = settings.body_limit_bytes
        self.hosts = Hosts(settings.trusted_hosts)
        self.proxies = Proxies(settings.trusted_proxies)
        self.headers = security_headers(https_only=settings.is_production)
        self.retirements = Retirements(versions)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one request across; what the border itself refuses is answered here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = perf_counter()
        headers = dict(reversed(scope["headers"]))  # the first of a name counts, as in Starlette
        id_ = _id_of(headers)
        named = request_id.set(id_.decode())
        is_head = scope["method"] == "HEAD"
        body = Body(receive, headers, self.limit)
        request = {**scope, **self.proxies.origin(scope), IN_SCOPE: body}
        ends = partial(self.retirements.headers, request)
        answer = Answer(send, [*self.headers, (b"x-request-id", id_)], ends, is_head=is_head)
        if is_head:
            request["method"] = "GET"
        try:
            refuse_too_large(scope["headers"])
            if not _is_probe(scope):
                self.hosts.check(headers.get(b"host", b""))
            await self.app(request, body, answer)
        except Problem as problem:
            await respond(problem, scope["path"])(scope, receive, answer)
        finally:
            _log(scope["method"], request, answer.status, perf_counter() - started)
            request_id.reset(named)


def _is_probe(scope: Scope) -> bool:
    # Who asks whether a process is well knows its address, and none of its names.
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.startswith(f"{HEALTH_PATH}/")


def _id_of(headers: Mapping[bytes, bytes]) -> bytes:
    given = headers.get(b"x-request-id", b"")
    return given if SANE_ID.fullmatch(given) else secrets.token_hex(16).encode()


def _log(method: str, request: Scope, status: int | None, seconds: float) -> None:
    client = request.get("client")
    # The query may hold secrets, and headers do: neither is logged.
    said = {
        "method": method,
        "path": request["path"],
        "route": getattr(request.get("route"), "path", None),
        "status": status,
        "duration_ms": round(seconds * 1000, 2),
        "client": client and client[0],
    }
    log.info("request", extra=said)
