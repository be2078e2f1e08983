"""How often what may be tried, in one window.

Source: NIST SP 800-63B-4 section 3.2.2; OWASP ASVS 5.0 requirement 6.3.1.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from keel.settings import Settings

Deed = Literal["password", "mail", "token", "code"]
"""What is tried: a password, to get a mail sent, a token out of a mail, a second factor's code."""

CODE_TRIES = 5


@dataclass(frozen=True, slots=True)
class Limit:
    """Tries in one window.

    Attributes:
        per_account: For one account from one address, or from all.
        per_address: From one address for all accounts.
        from_anywhere: Whether those of one account count together wherever they come from.
    """

    per_account: int
    per_address: int
    from_anywhere: bool = False


def limits_of(settings: "Settings") -> dict[Deed, Limit]:
    """The limits that the settings say."""
    tokens = settings.password_tries_per_address // 2
    return {
        "password": Limit(settings.password_tries, settings.password_tries_per_address),
        "mail": Limit(settings.mails_per_account, settings.mails_per_address),
        "token": Limit(tokens, tokens),
        "code": Limit(CODE_TRIES, settings.password_tries_per_address, from_anywhere=True),
    }
