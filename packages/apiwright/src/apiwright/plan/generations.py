"""What backends have otherwise since a newer generation of templates, whatever their pages say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

GENERATION = 2
"""What is grown today. Records keep theirs; those that keep none are of the first."""

_LOST_BY_ACCOUNTS = {
    2: (
        "`POST /users/sign-up` answers 204 and no account: a mail proves the address first.",
        "`DELETE /users/me` is gone: `POST /users/me/delete` asks for the password.",
    ),
}


def lost_since(generation: int, blueprint: Blueprint) -> tuple[str, ...]:
    """One sentence for each thing that clients of an older generation may count on and lose."""
    if not blueprint.auth:
        return ()
    newer = range(generation + 1, GENERATION + 1)
    return tuple(words for each in newer for words in _LOST_BY_ACCOUNTS.get(each, ()))
