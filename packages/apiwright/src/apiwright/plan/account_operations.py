"""The operations of accounts: signing in, and one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import OF_ACCOUNTS
from apiwright.plan.endpoint import ANYONE, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_SIGNED_IN = "signed in"


def account_operations(blueprint: Blueprint, user: Resource | None) -> Iterator[Endpoint]:
    """What people do with accounts; `user` is what the page adds to them."""
    yield from _AUTH
    for method, endpoints in _OF_METHODS.items():
        if blueprint.has_method(method):
            yield from endpoints
    if blueprint.has_sign_up:
        sent = f"{blueprint.tenants}SignUp"
        yield _done("sign_up", "Ask for an account", ANYONE, sent)
        at = OF_ACCOUNTS["verify_email"]
        yield Endpoint(*at, "Open an account with a mail", ANYONE, "TokenGiven", "UserRead", 201)
    at, said = OF_ACCOUNTS["read_me"], "Read your own account"
    yield Endpoint(*at, said, _SIGNED_IN, None, "UserRead")
    yield _done("delete_me", "Delete your own account", _SIGNED_IN, "PasswordGiven")
    if user and any(not field.read_only for field in user.fields):
        at, said = OF_ACCOUNTS["update_me"], "Change your own account"
        yield Endpoint(*at, said, _SIGNED_IN, "ProfileChange", "UserRead")


def _done(name: str, summary: str, access: str, body: str | None = None) -> Endpoint:
    """What is done for an account, and answers nothing."""
    return Endpoint(*OF_ACCOUNTS[name], summary, access, body, status=204)


_AUTH = (
    Endpoint(*OF_ACCOUNTS["sign_in"], "Sign in", ANYONE, "SignIn", "Tokens"),
    Endpoint(*OF_ACCOUNTS["refresh"], "Exchange a refresh token", ANYONE, "Refresh", "Tokens"),
    _done("sign_out", "End this session", _SIGNED_IN),
    _done("change_password", "Choose a new password", _SIGNED_IN, "PasswordChange"),
    _done("forgot_password", "Ask for a mail to choose a new password", ANYONE, "EmailGiven"),
    _done("reset_password", "Choose a new password with a mail", ANYONE, "PasswordReset"),
    _done("change_email", "Ask for another e-mail", _SIGNED_IN, "EmailChange"),
    _done("confirm_email", "Confirm another e-mail with a mail", ANYONE, "TokenGiven"),
    Endpoint(
        *OF_ACCOUNTS["list_sessions"], "List your sign-ins", _SIGNED_IN, None, "list[SessionRead]"
    ),
    _done("end_session", "End one of your sign-ins", _SIGNED_IN),
    _done("sign_out_everywhere", "End all your sign-ins", _SIGNED_IN),
)


_SECOND_FACTOR = (
    Endpoint(
        *OF_ACCOUNTS["finish_sign_in"],
        "Finish a sign-in with a code",
        ANYONE,
        "SecondStep",
        "Tokens",
    ),
    Endpoint(
        *OF_ACCOUNTS["read_second_factor"],
        "Tell whether you have a second factor",
        _SIGNED_IN,
        None,
        "SecondFactorState",
    ),
    Endpoint(
        *OF_ACCOUNTS["enrol_second_factor"],
        "Ask for a second factor",
        _SIGNED_IN,
        "PasswordGiven",
        "Enrolment",
    ),
    Endpoint(
        *OF_ACCOUNTS["confirm_second_factor"],
        "Turn your second factor on",
        _SIGNED_IN,
        "CodeGiven",
        "RecoveryCodes",
    ),
    Endpoint(
        *OF_ACCOUNTS["renew_recovery_codes"],
        "Get new recovery codes",
        _SIGNED_IN,
        "PasswordGiven",
        "RecoveryCodes",
    ),
    _done("turn_second_factor_off", "Turn your second factor off", _SIGNED_IN, "PasswordGiven"),
)

_API_KEYS = (
    Endpoint(
        *OF_ACCOUNTS["create_api_key"],
        "Make a key for a program",
        _SIGNED_IN,
        "ApiKeyCreate",
        "ApiKeyMade",
        201,
    ),
    Endpoint(
        *OF_ACCOUNTS["list_api_keys"], "List your API keys", _SIGNED_IN, None, "list[ApiKeyRead]"
    ),
    _done("revoke_api_key", "Revoke an API key", _SIGNED_IN),
)

_CLIENTS = (
    Endpoint(
        *OF_ACCOUNTS["issue_token"],
        "Get a short token for an API key",
        ANYONE,
        "TokenRequest",
        "ClientToken",
    ),
    Endpoint(*OF_ACCOUNTS["revoke_token"], "Revoke a token of a client", ANYONE, "TokenNamed"),
    Endpoint(
        *OF_ACCOUNTS["introspect_token"],
        "Tell what a token of a client is worth",
        ANYONE,
        "TokenNamed",
        "Introspection",
    ),
)

_OF_METHODS = {
    "second_factor": _SECOND_FACTOR,
    "api_key": _API_KEYS,
    "client_credentials": _CLIENTS,
}
