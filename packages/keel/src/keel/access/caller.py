"""Who asks."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Caller:
    """Who makes a request, taken from a verified token; without an `id`, nobody known.

    Attributes:
        id: The caller's account.
        role: What the account is now, whatever it was when the token was made.
        permissions: What the account was let do, whatever its role.
        session_id: The sign-in that the request belongs to.
        tenant_id: The tenant that the account is of, where there are tenants.
        key_id: The API key that a program calls with in the account's name.
        is_reading: Whether it may change nothing.
    """

    id: UUID | None = None
    role: str | None = None
    session_id: UUID | None = None
    permissions: frozenset[str] = frozenset()
    tenant_id: UUID | None = None
    key_id: UUID | None = None
    is_reading: bool = False

    @property
    def is_signed_in(self) -> bool:
        """Whether it is known who this is."""
        return self.id is not None


ANONYMOUS = Caller()
