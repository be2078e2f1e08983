"""The table of tokens that were revoked before they ended."""

from datetime import datetime

from sqlmodel import Field

from keel.data import Model


class RevokedToken(Model, table=True):
    """A token that is worth nothing although it is signed; its id is the token's `jti`."""

    __tablename__ = "auth_revoked_tokens"

    expires_at: datetime = Field(index=True)
