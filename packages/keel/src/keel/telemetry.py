"""Logs: one line each, JSON in production, every one with the id of its request.

Log with Python's own `logging`; what `extra` holds stands in the line under its own name.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

from keel.request_id import request_id
from keel.settings import Settings

SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")
# What Python itself notes of a record, and uvicorn for its colours; the rest somebody said.
NOTED = {*vars(logging.makeLogRecord({})), "message", "asctime", "color_message"}
ENCODER = json.JSONEncoder(default=str)


def configure(settings: Settings) -> None:
    """Send every log line, ours and those of libraries, to standard error in one form."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    root = logging.getLogger()
    root.setLevel(max(level, logging.WARNING))  # libraries log addresses with their queries
    for package in ("keel", _home_of(settings)):
        logging.getLogger(package).setLevel(level)
    for earlier in [it for it in root.handlers if isinstance(it, Lines)]:
        root.removeHandler(earlier)
    root.addHandler(Lines(ForMachines() if settings.log_format == "json" else ForEyes()))
    for name in SERVER_LOGGERS:
        logging.getLogger(name).handlers.clear()
        # uvicorn leaves its own line for each request out where nobody listens.
        logging.getLogger(name).propagate = name != "uvicorn.access"


class Lines(logging.Handler):
    """Writes lines to standard error, whatever that is by then: tests and servers replace it."""

    def __init__(self, form: logging.Formatter) -> None:
        super().__init__()
        self.setFormatter(form)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; what is wrong with it must not fail who logs."""
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except Exception:  # noqa: BLE001 - as Python's own handlers do
            self.handleError(record)


class ForMachines(logging.Formatter):
    """JSON, one object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line = {
            "timestamp": _moment(record),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **_said(record),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return ENCODER.encode(line)


class ForEyes(logging.Formatter):
    """Words, then `name=value`; a traceback below, without the values of variables."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """The first line of a record."""
        said = (f"{name}={value!r}" for name, value in _said(record).items())
        words = f"{_moment(record)} {record.levelname.lower():8} {record.message}"
        return " ".join([words, *said])


def _home_of(settings: Settings) -> str:
    # The package that made these settings its own is the one whose backend this is.
    return type(settings).__module__.partition(".")[0]


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _said(record: logging.LogRecord) -> dict[str, Any]:
    said = {name: value for name, value in vars(record).items() if name not in NOTED}
    said["logger"] = record.name
    if id_ := request_id.get():
        said["request_id"] = id_
    return said
