"""What clients send and receive. Source: RFC 6749 section 4.4, RFC 7009, RFC 7662."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from keel.auth.schemas import GivenToken
from keel.data import Input, Output


class ClientForm(Input):
    """Who asks, unless `Authorization: Basic` says it; what is not known is ignored.

    Source: RFC 6749 sections 2.3.1 and 3.2.
    """

    model_config = ConfigDict(extra="ignore")

    client_id: Annotated[str, Field(max_length=200, description="The id of an API key.")] = ""
    client_secret: Annotated[
        str, Field(max_length=200, repr=False, description="The API key itself.")
    ] = ""


class TokenRequest(ClientForm):
    """What a client wants. Source: RFC 6749 section 4.4.2."""

    grant_type: Annotated[str, Field(max_length=200, examples=["client_credentials"])]
    scope: Annotated[
        str, Field(max_length=5_000, description="Part of the key's; all unless said.")
    ] = ""


class TokenNamed(ClientForm):
    """A token of a client's. Source: RFC 7009 section 2.1, RFC 7662 section 2.1."""

    token: GivenToken
    token_type_hint: Annotated[str, Field(max_length=200, description="Means nothing here.")] = ""


class ClientToken(Output):
    """A token, and what it may. Source: RFC 6749 section 5.1."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the name of a scheme
    expires_in: Annotated[int, Field(description="Seconds that it is good.")]
    scope: str


class Introspection(Output):
    """What a token is worth now; of one that is worth nothing, no more than that.

    Source: RFC 7662 section 2.2.
    """

    active: bool
    scope: str | None = None
    client_id: str | None = None
    token_type: Literal["Bearer"] | None = None
    exp: int | None = None
    iat: int | None = None
    sub: str | None = None
    aud: str | None = None
    iss: str | None = None
    jti: str | None = None
