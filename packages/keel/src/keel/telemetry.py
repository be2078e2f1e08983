"""Logs: one line each, JSON in production, every one with the id of its request."""

import json
import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from keel.request_id import request_id
from keel.settings import Settings

SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")
ENCODER = json.JSONEncoder(default=str)


def configure(settings: Settings) -> None:
    """Send every log line, ours and those of libraries, to standard error in one form."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    structlog.configure(
        processors=[
            _name_request,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(_for_machines() if settings.log_format == "json" else _for_eyes()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=Lines,
    )
    _take_over(level)


class Lines:
    """Writes lines to standard error, whatever that is by then: tests and servers replace it."""

    def __init__(self, *_: object) -> None:
        pass

    def info(self, line: str) -> None:
        """Write one line."""
        sys.stderr.write(f"{line}\n")

    debug = warning = error = critical = info


class ToStructlog(logging.Handler):
    """Hands on what libraries log, so that it looks like the rest."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log one record of a library."""
        structlog.get_logger().log(
            record.levelno, record.getMessage(), logger=record.name, exc_info=record.exc_info
        )


def _take_over(level: int) -> None:
    root = logging.getLogger()
    root.setLevel(max(level, logging.WARNING))  # libraries log addresses with their queries
    if not any(isinstance(handler, ToStructlog) for handler in root.handlers):
        root.addHandler(ToStructlog())
    for name in SERVER_LOGGERS:
        logging.getLogger(name).handlers.clear()
        # uvicorn leaves its own line for each request out where nobody listens.
        logging.getLogger(name).propagate = name != "uvicorn.access"


def _name_request(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    if id_ := request_id.get():
        event["request_id"] = id_
    return event


def _for_machines() -> list[Processor]:
    return [structlog.processors.format_exc_info, _as_json]


def _as_json(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    return ENCODER.encode(event)


def _for_eyes() -> list[Processor]:
    # The plain traceback: the rich one would show the values of variables.
    return [
        structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
