"""Who is behind an address."""

from ipaddress import IPv6Address, IPv6Network, ip_address


def source_of(address: str) -> str:
    """Who is behind an address; a person holds a whole /64 of IPv6 (RFC 6177)."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and not parsed.ipv4_mapped:
        return str(IPv6Network((parsed, 64), strict=False))
    return address
