"""Headers: how many may come in, and what every answer says to browsers."""

from keel.problems import HeadersTooLarge

MOST = 100
MOST_BYTES = 65_536
API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
HTTPS_ONLY = b"max-age=31536000; includeSubDomains"

Headers = list[tuple[bytes, bytes]]


def security_headers(*, https_only: bool) -> Headers:
    """Headers of any answer that does not say otherwise itself.

    Answers are not stored: they are somebody's own unless an operation knows better.
    """
    headers = [
        (b"x-content-type-options", b"nosniff"),
        (b"content-security-policy", API_POLICY),
        (b"referrer-policy", b"no-referrer"),
        (b"cache-control", b"no-store"),
    ]
    if https_only:
        headers.append((b"strict-transport-security", HTTPS_ONLY))
    return headers


def refuse_too_large(headers: Headers) -> None:
    """Let a request's headers pass.

    Source: RFC 6585 section 5.

    Raises:
        HeadersTooLarge: They are too many, or together too long.
    """
    if len(headers) > MOST or sum(len(name) + len(value) for name, value in headers) > MOST_BYTES:
        raise HeadersTooLarge(f"At most {MOST} headers and {MOST_BYTES} bytes of them are read.")


def with_defaults(headers: Headers, defaults: Headers) -> Headers:
    """`headers`, and those of `defaults` that they do not name."""
    said = {name for name, _ in headers}
    return [*headers, *(header for header in defaults if header[0] not in said)]
