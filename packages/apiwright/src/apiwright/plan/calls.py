"""Calls of the built API that can be pasted, in curl and in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint

ADDRESS = "http://127.0.0.1:8000"
"""Where a built project serves on a person's own machine."""

_FROM_JSON = """python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'"""


@dataclass(frozen=True, slots=True)
class Call:
    """One call; what it needs of an account stands in `$EMAIL`, `$PASSWORD` and `$TOKEN`."""

    about: str
    curl: str
    python: str


def calls(blueprint: Blueprint) -> tuple[Call, ...]:
    """A few calls worth trying first, in the order in which they work."""
    return tuple(_calls(blueprint))


def _calls(blueprint: Blueprint) -> Iterator[Call]:
    if blueprint.auth:
        url, form = f"{ADDRESS}/auth/sign-in", '{"username": email, "password": password}'
        curl = f'curl -s -d "username=$EMAIL" -d "password=$PASSWORD" {url}'
        yield Call(
            "Sign in",
            f"TOKEN=$({curl} | {_FROM_JSON})",
            f'token = httpx2.post("{url}", data={form}).json()["access_token"]',
        )
        yield _get("Who am I", "/users/me", signed_in=True)
    for resource in blueprint.resources:
        if (rule := resource.access.list) and not resource.is_account:
            about = f"List {resource.nouns.replace('_', ' ')}"
            yield _get(about, f"{resource.path}?limit=3", signed_in=not rule.is_public)
            return


def _get(about: str, path: str, *, signed_in: bool) -> Call:
    url = f"{ADDRESS}{path}"
    if not signed_in:
        return Call(about, f'curl "{url}"', f'httpx2.get("{url}")')
    return Call(
        about,
        f'curl -H "Authorization: Bearer $TOKEN" "{url}"',
        f'httpx2.get("{url}", headers={{"Authorization": f"Bearer {{token}}"}})',
    )
