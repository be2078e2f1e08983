"""A built project's own environment: `.env`, the lock and `.venv`."""

from __future__ import annotations

import hashlib
import secrets
import subprocess
import sys
from pathlib import Path, PurePosixPath

from uv import find_uv_bin

from apiwright.build.apply import apply
from apiwright.build.vendor import VENDOR
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal
from apiwright.survey.interpreter import variables

_ENV = PurePosixPath(".env")
_SECRETS = """\
# Settings of this machine; never committed. `.env.example` says what can stand here.
SECRET_KEY={secret_key}
"""
_TAIL_LINES = 30


def write_secrets(root: Path) -> None:
    """Gives a project a `.env` with a secret key of 64 random bytes, unless it has one."""
    if not (root / _ENV).exists():
        text = _SECRETS.format(secret_key=secrets.token_urlsafe(64))
        apply(root, [Edit(_ENV, None, text.encode())])


def install(root: Path) -> None:
    """Locks a project's dependencies and brings its `.venv` to the lock.

    Raises:
        Refusal: uv could not; its own words say why.
    """
    # What is locked stays so, but for a wheel of ours that changed under its version.
    _uv(root, "lock", *(("--upgrade-package", "apiwright-keel") if _has_new_wheel(root) else ()))
    _uv(root, "sync", "--frozen", "--all-groups", "--all-extras")


def _has_new_wheel(root: Path) -> bool:
    lock = root / "uv.lock"
    locked = lock.read_text("utf-8") if lock.exists() else ""
    wheels = (root / VENDOR).glob("*.whl")
    return any(hashlib.sha256(wheel.read_bytes()).hexdigest() not in locked for wheel in wheels)


def _uv(root: Path, *arguments: str) -> None:
    run = subprocess.run(  # noqa: S603 - our own uv with our own arguments
        [find_uv_bin(), *arguments],
        cwd=root,
        env=variables(root, UV_PYTHON=sys.executable, UV_PYTHON_DOWNLOADS="never"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if run.returncode:
        raise Refusal(
            Reason(
                f"The project's dependencies cannot be installed: `uv {arguments[0]}` failed.",
                at=str(root / "pyproject.toml"),
                why=tail(run.stdout),
                help="apiwright build   again, once what uv says is seen to",
            )
        )


def tail(output: str) -> str:
    """The last lines of a tool's output, without blank ones."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join(lines[-_TAIL_LINES:])
