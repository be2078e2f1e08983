"""The device that somebody signs in with, as far as a request tells."""

from dataclasses import dataclass
from typing import Self

from fastapi.requests import HTTPConnection

from keel.auth.sessions.model import LONGEST_ADDRESS, LONGEST_USER_AGENT


@dataclass(frozen=True, slots=True)
class Device:
    """What a request says of where it comes from.

    Attributes:
        user_agent: What the program calls itself; whoever writes a program can say anything.
        address: Its address, behind proxies that are trusted.
    """

    user_agent: str = ""
    address: str = ""

    @classmethod
    def of(cls, request: HTTPConnection) -> Self:
        """The device that sent a request."""
        agent = request.headers.get("user-agent", "").replace("\0", "")
        address = request.client.host if request.client else ""
        return cls(agent[:LONGEST_USER_AGENT], address[:LONGEST_ADDRESS])


UNKNOWN = Device()
