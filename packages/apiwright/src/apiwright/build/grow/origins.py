"""What a value is that comes from the clock, from chance or from who asks, as source."""

FACTORIES = {"now": "now", "today": "today", "new": "uuid4"}
"""The function that makes a new one."""

IMPORTS = ("from uuid import uuid4", "from keel.data import now, today")


def source(origin: str) -> str:
    """The value, in a method of a service."""
    return "self.caller_id" if origin == "caller" else f"{FACTORIES[origin]}()"
