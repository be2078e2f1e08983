"""What callers send and receive about their accounts."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from keel.auth.passwords.hashing import MAX_CHARS, NewPassword
from keel.data import Email, Input, Output

GivenPassword = Annotated[
    str,
    Field(
        max_length=MAX_CHARS,
        repr=False,
        json_schema_extra={"format": "password", "writeOnly": True},
        examples=["seven-quiet-otters-rowing"],
    ),
]
GivenToken = Annotated[str, Field(max_length=8_192, repr=False)]

_EMAIL = TypeAdapter[str](Email)


def _as_stored(words: str) -> str:
    """An e-mail in the spelling of accounts; what is none belongs to no account."""
    try:
        return _EMAIL.validate_python(words)
    except ValidationError:
        return words.lower()


class SignIn(Input):
    """E-mail and password, in the form that the docs' Authorize box sends.

    The names are those of RFC 6749 section 4.3.2. Only this backend's own clients sign in this
    way; scope and client are taken, and mean nothing.
    """

    username: Annotated[
        str,
        Field(max_length=254, description="The e-mail.", examples=["ada@example.com"]),
        AfterValidator(_as_stored),
    ]
    password: GivenPassword
    grant_type: Literal["password"] = "password"
    scope: Annotated[str, Field(max_length=1_000)] = ""
    client_id: Annotated[str, Field(max_length=200)] = ""
    client_secret: Annotated[str, Field(max_length=200, repr=False)] = ""


class Refresh(Input):
    """The refresh token of the last answer; each is good once."""

    refresh_token: GivenToken


class EmailGiven(Input):
    """An e-mail; nothing tells whether it has an account."""

    email: Email


class TokenGiven(Input):
    """The token of a mail; it is good once."""

    token: GivenToken


class PasswordReset(TokenGiven):
    """A new password, and the token of a mail as proof."""

    new_password: NewPassword


class PasswordGiven(Input):
    """The present password, as proof that it is you."""

    current_password: GivenPassword


class PasswordChange(PasswordGiven):
    """A new password, and the present one as proof."""

    new_password: NewPassword


class EmailChange(PasswordGiven):
    """Another e-mail, and the present password as proof."""

    email: Email


class Tokens(Output):
    """Proof of a sign-in. Source: RFC 6749 section 5.1."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the name of a scheme
    expires_in: Annotated[int, Field(description="Seconds that the access token is good.")]
    refresh_token: str
