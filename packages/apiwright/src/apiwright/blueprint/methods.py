"""Ways to sign in, as a page says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.page.mistakes import Report

METHODS = ("password", "second_factor", "api_key", "client_credentials")
_PATH = ("auth", "methods")


def read_methods(said: Sequence[str] | None, report: Report) -> tuple[str, ...]:
    """The methods in one order, however they were written; the password alone unless said."""
    if said is None or report.is_wrong(*_PATH):
        return METHODS[:1]
    for place, method in enumerate(said):
        if method in said[:place]:
            report.add((*_PATH, place), f"`{method}` stands here twice.", "Take one out.")
    if METHODS[0] not in said:
        what = "Without a password nobody can sign in."
        report.add(_PATH, what, f"Write `[{', '.join((METHODS[0], *said))}]`.")
    if "client_credentials" in said and "api_key" not in said:
        what = "Clients are API keys, and there are none."
        wanted = [method for method in METHODS if method in {*said, METHODS[0], "api_key"}]
        report.add(_PATH, what, f"Write `[{', '.join(wanted)}]`.")
    return tuple(method for method in METHODS if method in said)
