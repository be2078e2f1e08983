"""What callers send and receive about their API keys."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from keel.auth.api_keys.model import KeyAccess
from keel.auth.schemas import PasswordGiven
from keel.data import Output

KeyName = Annotated[str, Field(min_length=1, max_length=100, examples=["nightly report"])]
KeyWord = Annotated[str, Field(max_length=50)]


class ApiKeyCreate(PasswordGiven):
    """What a key shall be good for, and the present password as proof."""

    name: KeyName
    role: Annotated[
        KeyWord | None, Field(description="The strongest role it acts in; the weakest unless said.")
    ] = None
    permissions: Annotated[
        list[KeyWord],
        Field(default_factory=list, max_length=100, description="Those of yours that it may use."),
    ]
    access: Annotated[KeyAccess, Field(description="Whether it only reads.")] = "read"
    days: Annotated[int, Field(ge=1, le=366, description="Until it ends.")] = 90


class ApiKeyRead(Output):
    """One of your keys, without the key."""

    id: UUID
    name: str
    hint: Annotated[str, Field(description="How the key begins.")]
    role: str
    permissions: list[str]
    access: KeyAccess
    created_at: datetime
    expires_at: datetime
    last_used_at: Annotated[datetime | None, Field(description="To a minute or so.")]


class ApiKeyMade(ApiKeyRead):
    """A new key; it is shown this once."""

    key: Annotated[str, Field(description="Send it as `Authorization: Bearer KEY`.")]
