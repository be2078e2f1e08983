"""The id of the request that is being answered, for logs and problems."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
