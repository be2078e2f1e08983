"""Files to send, and what rows hold of files that nobody sent."""

from hashlib import sha256
from uuid import uuid4

from keel.data import FileKind, StoredFile
from keel.data.files.stored import FileKey

_ZIP = b"PK\x03\x04"
_HEADS = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff\xe0",
    "image/gif": b"GIF89a",
    "image/webp": b"RIFF\x1a\x00\x00\x00WEBP",
    "image/avif": b"\x00\x00\x00\x1cftypavif",
    "image/tiff": b"II*\x00",
    "application/pdf": b"%PDF-1.7\n",
    "application/gzip": b"\x1f\x8b\x08",
    "audio/flac": b"fLaC",
    "audio/ogg": b"OggS",
    "audio/wav": b"RIFF\x1a\x00\x00\x00WAVE",
    "video/mp4": b"\x00\x00\x00\x18ftypmp42",
    "video/webm": b"\x1a\x45\xdf\xa3",
}


def content_of(media_type: str, ending: bytes = b"sample") -> bytes:
    """Some content that begins as a media type does."""
    is_zip = "zip" in media_type or "document" in media_type
    return _HEADS.get(media_type, _ZIP if is_zip else b"A ") + ending


def first_type(kind: FileKind) -> str:
    """A media type that a field takes."""
    return kind.media_types[0]


def stored_file(field: str) -> StoredFile:
    """What a row holds of a file that is on no disk."""
    key = FileKey.new("samples", field, uuid4())
    return StoredFile(str(key), "image/png", 1, sha256(b"").hexdigest())
