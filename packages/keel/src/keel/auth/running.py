"""What accounts need while an app runs: keys, what changed lately, the post.

Loaded when an app starts, because what signs tokens takes 0.1 s: tools that only read an app shall
not wait for it, and no request either.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

from keel.auth.housekeeping import keep_house
from keel.auth.mails.account_mails import AccountMails
from keel.auth.passwords.policy import PasswordPolicy
from keel.auth.standing.changes import Changes
from keel.auth.standing.noting import CHANGES
from keel.auth.throttling.settings import throttle_of
from keel.auth.tokens.access_tokens import AccessTokens
from keel.mail import post_of
from keel.mail.outgoing import POST

if TYPE_CHECKING:
    from collections.abc import Collection

    from keel.auth.api_keys.verifier import ApiKeys
    from keel.auth.client_credentials.tokens import ClientTokens
    from keel.auth.context import SecondStep
    from keel.auth.methods import Method


@asynccontextmanager
async def accounts(app: FastAPI) -> AsyncGenerator[None]:
    """Let an app with a database know its callers.

    Raises:
        SettingsError: The settings name no good keys.
    """
    state = app.state
    state.tokens = AccessTokens(state.settings)
    state.changes = Changes(state.database, state.settings.access_token_s)
    state.throttle = throttle_of(state.settings)
    state.passwords = PasswordPolicy.of(state.settings)
    state.mails = AccountMails(app.title, state.settings, state.mail_templates)
    state.post = post_of(state.settings)
    state.second_step = _second_step(state.methods)
    state.api_keys = _api_keys(state)
    state.client_tokens = _client_tokens(state)
    state.database.info |= {CHANGES: state.changes, POST: state.post}
    kept = [asyncio.create_task(keep_house(state.database, state.changes.kept_s))]
    if state.api_keys:
        kept.append(asyncio.create_task(state.api_keys.uses.keep(state.database)))
    try:
        yield
    finally:
        for task in kept:
            task.cancel()
        await asyncio.gather(*kept, return_exceptions=True)
        await state.post.close()
        await state.changes.close()
        await state.throttle.close()


def _second_step(methods: "Collection[Method]") -> "SecondStep | None":
    if "second_factor" not in methods:
        return None
    from keel.auth.second_factor.signing_in import demand  # noqa: PLC0415 - brings tables

    return demand


def _api_keys(state: Any) -> "ApiKeys | None":
    if "api_key" not in state.methods:
        return None
    from keel.auth.api_keys.verifier import ApiKeys  # noqa: PLC0415 - brings a table

    return ApiKeys(state.user, state.changes, state.settings.access_token_s)


def _client_tokens(state: Any) -> "ClientTokens | None":
    if "client_credentials" not in state.methods:
        return None
    from keel.auth.client_credentials.tokens import ClientTokens  # noqa: PLC0415 - brings a table

    return ClientTokens(state.api_keys, state.tokens, state.settings.issuer_url)
