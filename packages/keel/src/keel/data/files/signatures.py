"""What the content of some media types begins with."""

import re

_ZIP = rb"PK(?:\x03\x04|\x05\x06)"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"

SIGNATURES = {
    "image/png": rb"\x89PNG\r\n\x1a\n",
    "image/jpeg": rb"\xff\xd8\xff",
    "image/gif": rb"GIF8[79]a",
    "image/webp": rb"RIFF....WEBP",
    "image/avif": rb"....ftypavi[fs]",
    "image/tiff": rb"II\*\x00|MM\x00\*",
    "application/pdf": rb"%PDF-",
    "application/gzip": rb"\x1f\x8b",
    "application/zip": _ZIP,
    "application/epub+zip": _ZIP,
    f"{_OFFICE}.wordprocessingml.document": _ZIP,
    f"{_OFFICE}.spreadsheetml.sheet": _ZIP,
    f"{_OFFICE}.presentationml.presentation": _ZIP,
    f"{_OPEN_DOCUMENT}.text": _ZIP,
    f"{_OPEN_DOCUMENT}.spreadsheet": _ZIP,
    f"{_OPEN_DOCUMENT}.presentation": _ZIP,
    "audio/flac": b"fLaC",
    "audio/ogg": b"OggS",
    "audio/wav": rb"RIFF....WAVE",
    "video/mp4": rb"....ftyp",
    "video/webm": rb"\x1a\x45\xdf\xa3",
}
"""By media type, as a regular expression for the first bytes.

Source: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern, and the formats' own.
"""


def is_so(media_type: str, head: bytes) -> bool:
    """Whether content that begins so can be of a media type; of others than these, any can."""
    pattern = SIGNATURES.get(media_type)
    return pattern is None or re.match(pattern, head, re.DOTALL) is not None
