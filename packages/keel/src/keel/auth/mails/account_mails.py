"""What accounts write to people; links lead to the pages of the settings, never to a Host header.

A token stands behind `#`, which no browser sends to a server, so that no log has it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from keel.auth.one_time.tokens import LIFE
from keel.mail.templates import Templates

if TYPE_CHECKING:
    from keel.mail.mail import Mail
    from keel.settings import Settings

OURS = Path(__file__).with_name("templates")

_NAMES = {
    "verify_email": ("backend", "link", "minutes"),
    "already_signed_up": ("backend", "link"),
    "reset_password": ("backend", "link", "minutes"),
    "password_changed": ("backend",),
    "confirm_email": ("backend", "link", "minutes"),
    "email_changing": ("backend",),
    "second_factor_on": ("backend",),
    "second_factor_off": ("backend",),
    "recovery_code_used": ("backend", "left"),
}
_MINUTES = str(int(LIFE.total_seconds() // 60))


class AccountMails:
    """The mails of one backend.

    Args:
        backend: What it is called.
        settings: Where its pages are.
        folder: Templates of its own, by the names of keel's.
    """

    def __init__(self, backend: str, settings: "Settings", folder: Path | None) -> None:
        folders = [folder, OURS] if folder else [OURS]
        self._templates = Templates(folders, _NAMES)
        self.backend = backend
        self._pages = settings.pages_url

    def verify_email(self, to: str, token: str) -> "Mail":
        """To who signs up: prove that the address is yours."""
        return self._mail("verify_email", to, self._link("verify-email", token), minutes=_MINUTES)

    def already_signed_up(self, to: str) -> "Mail":
        """To who has an account, when somebody signs up with its address."""
        return self._mail("already_signed_up", to, f"{self._pages}/forgot-password")

    def reset_password(self, to: str, token: str) -> "Mail":
        """To who forgot a password."""
        link = self._link("reset-password", token)
        return self._mail("reset_password", to, link, minutes=_MINUTES)

    def password_changed(self, to: str) -> "Mail":
        """To whose password is another now."""
        return self._mail("password_changed", to)

    def confirm_email(self, to: str, token: str) -> "Mail":
        """To the address that an account shall have."""
        link = self._link("confirm-email", token)
        return self._mail("confirm_email", to, link, minutes=_MINUTES)

    def email_changing(self, to: str) -> "Mail":
        """To the address that an account has, when it shall have another."""
        return self._mail("email_changing", to)

    def second_factor_on(self, to: str) -> "Mail":
        """To who is asked for a code at sign-in from now on."""
        return self._mail("second_factor_on", to)

    def second_factor_off(self, to: str) -> "Mail":
        """To who is asked for none any more."""
        return self._mail("second_factor_off", to)

    def recovery_code_used(self, to: str, left: int) -> "Mail":
        """To whose recovery code somebody signed in with."""
        return self._mail("recovery_code_used", to, left=str(left))

    def _link(self, page: str, token: str) -> str:
        return f"{self._pages}/{page}#token={token}"

    def _mail(self, name: str, to: str, link: str = "", **values: str) -> "Mail":
        return self._templates.mail(name, to, backend=self.backend, link=link, **values)
