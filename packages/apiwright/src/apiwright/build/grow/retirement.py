"""How routes say that what they serve comes to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.terms import Terms

IMPORTS = ("from datetime import date", "from keel.edge import retires")


def retirement(terms: Terms) -> str:
    """The dependency that tells callers when it ends; nothing for what stays."""
    said = days(terms)
    return f"retires({', '.join(said)})" if said else ""


def days(terms: Terms) -> list[str]:
    """The days of its end, as arguments of a call."""
    ends = {"deprecated": terms.deprecated, "sunset": terms.sunset}
    return [f"{name}=date({day.year}, {day.month}, {day.day})" for name, day in ends.items() if day]


def retired_router(text: str, router: str, terms: Terms) -> str:
    """Routes whose router, made by this line, says so of all of them."""
    told = retirement(terms)
    if not told:
        return text
    deprecated = "deprecated=True, " if terms.deprecated else ""
    return text.replace(router, f"{router[:-1]}, {deprecated}dependencies=[{told}])", 1)
