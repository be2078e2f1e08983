"""Who really asks, when proxies of ours stand in between."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address

from starlette.types import Scope

SCHEMES = ("http", "https")


class Proxies:
    """The proxies whose word about a request is believed.

    Args:
        trusted: Where they stand. Anybody can write `X-Forwarded-For`; what counts is the last
            address in it that was not written by one of these.
    """

    def __init__(self, trusted: Sequence[IPv4Network | IPv6Network]) -> None:
        self._trusted = trusted

    def origin(self, scope: Scope) -> Scope:
        """What `scope` should say about who asks, where a trusted proxy knows better."""
        client = scope.get("client")
        if not (self._trusted and client and self._trusts(client[0])):
            return {}
        origin: Scope = {}
        if hops := _said(scope, b"x-forwarded-for"):
            origin["client"] = (self._sender(hops), 0)
        if (schemes := _said(scope, b"x-forwarded-proto")) and schemes[-1] in SCHEMES:
            origin["scheme"] = schemes[-1]
        return origin

    def _sender(self, hops: Sequence[str]) -> str:
        sender = ""
        for hop in reversed(hops):
            sender = _without_port(hop)
            if not self._trusts(sender):
                break
        return sender

    def _trusts(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return False
        address = getattr(address, "ipv4_mapped", None) or address
        return any(address in network for network in self._trusted)


def _said(scope: Scope, header: bytes) -> list[str]:
    lines = (value.decode("latin-1") for name, value in scope["headers"] if name == header)
    return [part.strip() for line in lines for part in line.split(",") if part.strip()]


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0] if host.count(":") == 1 else host
