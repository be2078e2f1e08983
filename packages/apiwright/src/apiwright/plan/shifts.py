"""Large choices that a plan changes, each worth a record of why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint


@dataclass(frozen=True, slots=True)
class Shift:
    """A large choice that becomes another.

    Attributes:
        title: What is so from now on, as a sentence without its full stop.
        context: What was so before, and what asks for another choice.
        choice: What is built now.
        consequences: What follows, for those who call the backend and those who run it.
    """

    title: str
    context: str
    choice: str
    consequences: str


def shifts(before: Blueprint | None, after: Blueprint | None) -> tuple[Shift, ...]:
    """The large choices that change; none when something is built for the first time."""
    if before is None or after is None:
        return ()
    return (
        *_accounts(before, after),
        *_methods(before, after),
        *_tenants(before, after),
        *_version(before, after),
    )


def _accounts(before: Blueprint, after: Blueprint) -> Iterator[Shift]:
    if before.auth is None and after.auth is not None:
        yield Shift(
            "People have accounts",
            "Everything was public: who called was not known, and nothing depended on it.",
            "Accounts with a password, short-lived access tokens and refresh tokens that rotate; "
            "every operation says who may call it.",
            "Clients sign in where an operation is no longer for anyone. The backend keeps "
            "personal data, and needs a key that signs tokens.",
        )
    elif before.auth is not None and after.auth is None:
        yield Shift(
            "There are no accounts",
            "People signed in, and rules said who may do what.",
            "Everything is public; tables of accounts and sessions go.",
            "What was for some is for everybody. Accounts are lost, and cannot be had back.",
        )
    elif before.auth and after.auth and before.auth.sign_up != after.auth.sign_up:
        yield Shift(
            f"Sign-up is {after.auth.sign_up}",
            f"Sign-up was {before.auth.sign_up}.",
            f"`sign_up: {after.auth.sign_up}` in the blueprint.",
            "Who has an account keeps it. How new people get one changes for clients too.",
        )


def _methods(before: Blueprint, after: Blueprint) -> Iterator[Shift]:
    if before.auth is None or after.auth is None or before.auth.methods == after.auth.methods:
        return
    yield Shift(
        f"People sign in with {', '.join(after.auth.methods)}",
        f"People signed in with {', '.join(before.auth.methods)}.",
        f"`methods: [{', '.join(after.auth.methods)}]` in the blueprint.",
        "Nobody has to do anything else than before; who has turned on what goes loses it.",
    )


def _tenants(before: Blueprint, after: Blueprint) -> Iterator[Shift]:
    if before.tenants == after.tenants:
        return
    if after.tenants:
        yield Shift(
            f"Each {after.tenants} has rows of its own",
            f"Rows were apart by {before.tenants}." if before.tenants else "Rows were of all.",
            f"Each row and each account belongs to one {after.tenants}, in every query, and what "
            "is unique is so within it; only what is `shared` is for all.",
            "Nobody sees across tenants, reports included. A question over all tenants has to be "
            "asked of the database, beside the backend.",
        )
    else:
        yield Shift(
            "Rows are of all",
            f"Each {before.tenants} had rows of its own.",
            "One set of rows, which the rules alone keep apart.",
            "People see what was kept from them before, as far as the rules let them.",
        )


def _version(before: Blueprint, after: Blueprint) -> Iterator[Shift]:
    if before.api != after.api:
        served = [version.name for version in after.versions]
        beside = f"; {', '.join(served)} stays beside it" if served else ""
        yield Shift(
            f"The interface is {after.api or 'without a version'}",
            f"The interface was {before.api or 'without a version'}.",
            f"Every path starts with `{after.prefix or '/'}`{beside}.",
            "Clients of what is no longer served have to change before this is deployed; what is "
            "served beside it has to be kept until its `sunset`.",
        )


_KINDS = (_accounts, _methods, _tenants, _version)
