"""The edge: pure ASGI around the app, from the server's side to the routes.

`Border` (request id, limits, headers, log line) → `Cors` where pages may call → `Failures`.
"""

from collections.abc import Mapping

from fastapi import FastAPI

from keel.edge.body import lift_limit
from keel.edge.border import Border
from keel.edge.cors import Cors
from keel.edge.failures import Failures
from keel.edge.retirement import Retirement, retires
from keel.settings import Settings

__all__ = ["Retirement", "install", "lift_limit", "retires"]


def install(
    app: FastAPI, settings: Settings, versions: Mapping[str, Retirement] | None = None
) -> None:
    """Put the edge around `app`, with the ends of `versions` by the first part of their paths."""
    app.add_middleware(Failures)
    if settings.cors_origins:
        app.add_middleware(Cors, origins=settings.cors_origins)
    app.add_middleware(Border, settings=settings, versions=versions or {})
