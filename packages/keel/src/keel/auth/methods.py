"""Ways to sign in beside the password; what an app has not is not loaded: no table, no query."""

from collections.abc import Collection
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fastapi import APIRouter

Method = Literal["password", "second_factor", "api_key", "client_credentials"]
PASSWORD_ONLY: tuple[Method, ...] = ("password",)

_HOMES: dict[Method, str] = {
    "second_factor": "keel.auth.second_factor.routes",
    "api_key": "keel.auth.api_keys.routes",
    "client_credentials": "keel.auth.client_credentials.routes",
}


def routers_of(methods: Collection[Method]) -> "list[APIRouter]":
    """The endpoints of each method that has some of its own; their tables are known then.

    Raises:
        ValueError: There is no such method, no password, or clients without keys.
    """
    if "password" not in methods or {*methods} - {"password", *_HOMES}:
        said = ", ".join(["password", *_HOMES])
        raise ValueError(f"Methods are {said}; `password` is always one, not {[*methods]}.")
    if "client_credentials" in methods and "api_key" not in methods:
        raise ValueError("Clients are API keys: `client_credentials` needs `api_key`.")
    return [import_module(home).router for name, home in _HOMES.items() if name in methods]
