"""Settings of mail: who sends it, by what server, where its links lead."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from keel.settings.refusal import SettingsError
from keel.settings.root import ORIGIN, Root, in_production


class MailSettings(Root):
    """How mail goes out: to a folder and the console, or by SMTP once a host is named.

    Attributes:
        pages_url: Where the pages are that links in mails lead to; the request never says it.
        mail_from: The sender of mails: an address, or `Shop <shop@example.com>`.
        mail_dir: The folder that mails are written to as long as no SMTP host is named.
        smtp_host: The server that takes mails.
        smtp_port: Its port.
        smtp_security: `starttls`, `tls` from the start, or `none`, which production allows only
            on this machine.
        smtp_user: Who signs in there; nobody if it is empty.
        smtp_password: Their password.
    """

    pages_url: str = "http://127.0.0.1:8000"
    mail_from: str = "noreply@localhost"
    mail_dir: Path = Path(".mail")
    smtp_host: str = ""
    smtp_port: Annotated[int, Field(ge=1, le=65_535)] = 587
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")

    @field_validator("pages_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not ORIGIN.match(url):
            raise ValueError("It is no address. Write PAGES_URL=https://app.example.com")
        return url.rstrip("/")

    @field_validator("smtp_security")
    @classmethod
    def _is_safe(cls, security: str, info: ValidationInfo) -> str:
        local = info.data.get("smtp_host") in {"", "localhost", "127.0.0.1", "::1"}
        if security == "none" and in_production(info) and not local:
            raise ValueError("Mails hold links that sign people in. Set SMTP_SECURITY=starttls")
        return security

    def refuse_without_mail(self) -> None:
        """Refuse a production that cannot tell people how to get back into their accounts.

        Raises:
            SettingsError: It has no server, no sender, or no pages.
        """
        wanted = {
            "SMTP_HOST": (not self.smtp_host, "Name the server that sends mail: smtp.example.com"),
            "MAIL_FROM": (
                self.mail_from == "noreply@localhost",
                "Say who sends mail: MAIL_FROM=noreply@example.com",
            ),
            "PAGES_URL": (
                not self.pages_url.startswith("https://"),
                "Say where links in mails lead, by HTTPS: PAGES_URL=https://app.example.com",
            ),
        }
        missing = {name: help_ for name, (lacks, help_) in wanted.items() if lacks}
        if self.is_production and missing:
            raise SettingsError.of(missing)
