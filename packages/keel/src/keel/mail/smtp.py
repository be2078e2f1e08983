"""Mail by SMTP, encrypted unless the settings say otherwise.

Python's own `smtplib`, in a thread: decision 33. Source: RFC 5321; RFC 8314 section 3 (TLS).
"""

import smtplib
import ssl
from email.message import EmailMessage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keel.settings import Settings

TIMEOUT_S = 20


class Smtp:
    """Hands mails to the server of the settings, each on a connection of its own."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings

    def deliver(self, message: EmailMessage) -> None:
        """Send one.

        Raises:
            OSError: The server does not answer, or refuses (`SMTPException` is one).
        """
        with self._connected() as server:
            if self._settings.smtp_user:
                password = self._settings.smtp_password.get_secret_value()
                server.login(self._settings.smtp_user, password)
            server.send_message(message)

    def _connected(self) -> smtplib.SMTP:
        place = self._settings.smtp_host, self._settings.smtp_port
        trusted = ssl.create_default_context()
        if self._settings.smtp_security == "tls":
            return smtplib.SMTP_SSL(*place, timeout=TIMEOUT_S, context=trusted)
        server = smtplib.SMTP(*place, timeout=TIMEOUT_S)
        if self._settings.smtp_security == "starttls":
            server.starttls(context=trusted)
        return server
