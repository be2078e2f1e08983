"""Mail, to a real SMTP server on loopback, to a folder, and as people word it."""

import asyncio
import smtplib
import socket
import ssl
import subprocess
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from keel import Settings
from keel.auth.mails.__main__ import main
from keel.auth.mails.account_mails import OURS, AccountMails
from keel.mail import Mail, post_of
from keel.mail.post import BackgroundPost
from keel.mail.smtp import Smtp
from keel.mail.templates import TemplateError, Templates
from keel.settings import SettingsError

KEY = "Zt3vQ9mXr7Lk2Wc8Hb5Nf1Gd6Jp4Ys0TuAeRoIiUlMnBvCx"
MAIL = Mail("ada@example.com", "Grüße", "Hello Ada,\n\nhttps://a.example/x#token=abc\n.\nEnd.\n")


class Inbox:
    """What a server was sent; it refuses as many first as it is told to."""

    def __init__(self, refuses: int = 0) -> None:
        self.refuses = refuses
        self.received: list[tuple[list[str], Any]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refuses:
            self.refuses -= 1
            return "451 Try again later"
        message = message_from_bytes(envelope.content, policy=default)
        self.received.append((envelope.rcpt_tos, message))
        return "250 OK"


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[Controller]:
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller
    controller.stop()


def settings(**values: Any) -> Settings:
    said = {"database_url": "sqlite://", "secret_key": KEY, "mail_from": "Shop <shop@example.com>"}
    return Settings(_env_file=None, **(said | values))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as place:
        port: int = place.getsockname()[1]
        return port


def by_smtp(server: Controller, **values: Any) -> Settings:
    named = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_security": "none"}
    return settings(**(named | values))


async def _posted(said: Settings, *mails: Mail) -> None:
    post = post_of(said)
    for mail in mails:
        post.take(mail)
    await post.close()


def test_a_mail_arrives_by_smtp_as_it_was_written(server: Controller, inbox: Inbox) -> None:
    asyncio.run(_posted(by_smtp(server), MAIL))
    ((to, message),) = inbox.received
    assert to == ["ada@example.com"]
    assert (message["From"], message["Subject"]) == ("Shop <shop@example.com>", "Grüße")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().replace("\r\n", "\n") == MAIL.text


def test_a_mail_that_is_refused_for_now_is_tried_again(
    server: Controller, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keel.mail.post.RETRY_AFTER_S", (0, 0))
    inbox.refuses = 2
    asyncio.run(_posted(by_smtp(server), MAIL))
    assert len(inbox.received) == 1


def test_a_mail_that_nobody_takes_is_told_in_the_log_without_its_text(
    server: Controller,
    inbox: Inbox,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("keel.mail.post.RETRY_AFTER_S", (0,))
    inbox.refuses = 9
    asyncio.run(_posted(by_smtp(server), MAIL))
    assert [record.message for record in caplog.records] == ["mail_delayed", "mail_lost"]
    assert "token" not in caplog.text


def test_who_hands_over_a_mail_does_not_wait_for_it(server: Controller, inbox: Inbox) -> None:
    async def hand_over() -> int:
        post = post_of(by_smtp(server))
        for _ in range(20):
            post.take(MAIL)
        before = len(inbox.received)
        await post.close()
        return before

    assert asyncio.run(hand_over()) == 0
    assert len(inbox.received) == 20


def test_a_flood_of_mails_is_dropped_and_told(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow:
        def deliver(self, _message: Any) -> None:
            pass

    monkeypatch.setattr("keel.mail.post.MOST_WAITING", 3)

    async def flood() -> None:
        post = BackgroundPost(Slow(), "shop@example.com")
        for _ in range(5):
            post.take(MAIL)
        await post.close()

    asyncio.run(flood())
    assert [record.message for record in caplog.records] == ["mail_dropped"] * 2


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A key and a certificate of this machine that nobody vouches for."""
    both = tmp_path / "both.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject]
    subprocess.run(
        [*made, "-keyout", both, "-out", tmp_path / "cert.pem"], check=True, capture_output=True
    )
    both.write_bytes(both.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    return both


def test_starttls_is_asked_for_and_a_false_certificate_refused(
    certificate: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    controller = Controller(
        inbox, hostname="127.0.0.1", port=free_port(), tls_context=tls, require_starttls=True
    )
    controller.start()
    try:
        said = by_smtp(controller, smtp_security="starttls")
        message = MAIL.message("shop@example.com")
        with pytest.raises(ssl.SSLCertVerificationError):
            Smtp(said).deliver(message)
        with pytest.raises(smtplib.SMTPException):
            Smtp(by_smtp(controller)).deliver(message)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        Smtp(said).deliver(message)
    finally:
        controller.stop()
    assert len(inbox.received) == 1


def test_a_development_machine_has_its_mails_in_a_folder_and_on_the_console(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(_posted(settings(mail_dir=tmp_path / "mail"), MAIL))
    (file,) = (tmp_path / "mail").iterdir()
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert message["To"] == "ada@example.com"
    assert "https://a.example/x#token=abc" in message.get_content()
    assert "https://a.example/x#token=abc" in capfd.readouterr().err


@pytest.mark.parametrize("bad", ["a\nBcc: all@example.com", "a\r\nX: y"])
def test_nobody_adds_headers_to_a_mail(bad: str) -> None:
    for mail in (Mail(bad, "Hello", ""), Mail("ada@example.com", bad, "")):
        with pytest.raises(ValueError, match=r"(?i)linefeed|newline|header"):
            mail.message("shop@example.com")


def test_production_names_all_that_it_lacks_to_send_mail() -> None:
    with pytest.raises(SettingsError) as refused:
        settings(environment="production", mail_from="noreply@localhost").refuse_without_mail()
    for name in ("SMTP_HOST", "MAIL_FROM", "PAGES_URL"):
        assert f"  {name}: " in str(refused.value)
    whole = settings(
        environment="production", smtp_host="mail.example", pages_url="https://a.example/"
    )
    whole.refuse_without_mail()
    assert whole.pages_url == "https://a.example"


def test_production_sends_no_links_in_the_clear() -> None:
    with pytest.raises(SettingsError, match="SMTP_SECURITY"):
        settings(environment="production", smtp_host="mail.example", smtp_security="none")


def test_texts_of_mails_are_copied_edited_and_kept(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in OURS.glob("*.txt")}
    text = tmp_path / "reset_password.txt"
    text.write_text("Subject: Neues Kennwort\n\nHier: $link ($$1)\n")
    assert main([str(tmp_path)]) == 0
    mails = AccountMails("Shop", settings(pages_url="https://a.example"), tmp_path)
    mail = mails.reset_password("ada@example.com", "abc")
    assert mail.subject == "Neues Kennwort"
    assert mail.text == "Hier: https://a.example/reset-password#token=abc ($1)\n"


@pytest.mark.parametrize(
    "text", ["", "Hello", "Subject: a\nX: y\n\nb", "Subject: a\n\n$secret", "Subject: a\n\n$ 5"]
)
def test_a_text_that_makes_no_mail_stops_the_start_and_says_why(tmp_path: Path, text: str) -> None:
    (tmp_path / "hello.txt").write_text(text)
    with pytest.raises(TemplateError, match=r"hello\.txt"):
        Templates([tmp_path], {"hello": ("link",)})
