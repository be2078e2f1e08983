"""keel as a wheel, so that a built project travels with what it rests on."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path, PurePosixPath

VENDOR = PurePosixPath("vendor")

_EPOCH = (1980, 1, 1, 0, 0, 0)
_WHEEL = b"""\
Wheel-Version: 1.0
Generator: apiwright
Root-Is-Purelib: true
Tag: py3-none-any
"""


def keel_wheel() -> tuple[PurePosixPath, bytes]:
    """Where in a project keel's wheel stands, and the wheel.

    Packed from the keel that is installed here, editable or not; the same sources always give the
    same bytes, which is why nothing in it is compressed: compressors differ between machines.
    """
    keel = distribution("apiwright-keel")
    info = f"apiwright_keel-{keel.version}.dist-info"
    members = _sources() | _metadata(keel, info)
    members[f"{info}/RECORD"] = _record(members, f"{info}/RECORD")
    return VENDOR / f"apiwright_keel-{keel.version}-py3-none-any.whl", _zip(members)


def _sources() -> dict[str, bytes]:
    package = Path(str(files("keel")))
    return {
        f"keel/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _metadata(keel: Distribution, info: str) -> dict[str, bytes]:
    texts = {name: keel.read_text(name) for name in ("METADATA", "entry_points.txt")}
    known = {f"{info}/{name}": text.encode() for name, text in texts.items() if text}
    return known | {f"{info}/WHEEL": _WHEEL}


def _record(members: dict[str, bytes], own_name: str) -> bytes:
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in members.items()]
    return "\n".join([*lines, f"{own_name},,", ""]).encode()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as wheel:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            wheel.writestr(member, data)
    return buffer.getvalue()
