"""What every answer says to browsers."""

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


def with_defaults(headers: Headers, defaults: Headers) -> Headers:
    """`headers`, and those of `defaults` that they do not name."""
    said = {name for name, _ in headers}
    return [*headers, *(header for header in defaults if header[0] not in said)]
