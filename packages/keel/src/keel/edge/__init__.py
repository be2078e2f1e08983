"""The edge: pure ASGI around the app, from the server's side to the routes.

`Border` (request id, limits, headers, log line) → `Cors` where pages may call → `Failures`.
"""

from fastapi import FastAPI

from keel.edge.border import Border
from keel.edge.cors import Cors
from keel.edge.failures import Failures
from keel.edge.retirement import retires
from keel.settings import Settings

__all__ = ["install", "retires"]


def install(app: FastAPI, settings: Settings) -> None:
    """Put the edge around `app`."""
    app.add_middleware(Failures)
    if settings.cors_origins:
        app.add_middleware(Cors, origins=settings.cors_origins)
    app.add_middleware(Border, settings=settings)
