"""The post: takes mails from who must not wait, and sees to it that they go."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from typing import TYPE_CHECKING, Protocol

from keel.mail.folder import Folder
from keel.mail.smtp import Smtp

if TYPE_CHECKING:
    from keel.mail.mail import Mail
    from keel.settings import Settings

RETRY_AFTER_S = (1, 5, 30)
MOST_WAITING = 1_000
THREADS = 2
PATIENCE_S = 5.0

_log = logging.getLogger(__name__)


class Mailer(Protocol):
    """What carries a mail away; it may take its time, and is called in a thread."""

    def deliver(self, message: EmailMessage) -> None:
        """Carry one away, or raise."""
        ...


class Post(Protocol):
    """What an app hands its mails to."""

    def take(self, mail: "Mail") -> None:
        """Take a mail, at once."""
        ...

    async def close(self) -> None:
        """Let what was taken go, within reason."""
        ...


class KeptPost:
    """Keeps mails, for tests to read.

    Attributes:
        mails: What was taken, the first one first.
    """

    def __init__(self) -> None:
        self.mails: list[Mail] = []

    def take(self, mail: "Mail") -> None:
        """Keep a mail."""
        self.mails.append(mail)

    async def close(self) -> None:
        """Nothing to wait for."""


class BackgroundPost:
    """Delivers mails off the event loop, each tried again for a while when it fails.

    A process that is killed loses what it had taken: people ask for another mail then.

    Args:
        mailer: What carries them.
        sender: Their `From`.
    """

    def __init__(self, mailer: Mailer, sender: str) -> None:
        self._mailer = mailer
        self._sender = sender
        self._threads = ThreadPoolExecutor(THREADS, "mail")
        self._waiting: set[asyncio.Task[None]] = set()

    def take(self, mail: "Mail") -> None:
        """Take a mail; when too many wait, it is dropped, and the log says so."""
        if len(self._waiting) >= MOST_WAITING:
            _log.error("mail_dropped", extra={"subject": mail.subject})
            return
        task = asyncio.get_running_loop().create_task(self._deliver(mail))
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def close(self) -> None:
        """Wait some seconds for what was taken."""
        if self._waiting:
            await asyncio.wait(self._waiting, timeout=PATIENCE_S)
        for task in [*self._waiting]:
            task.cancel()
        self._threads.shutdown(wait=False)

    async def _deliver(self, mail: "Mail") -> None:
        loop = asyncio.get_running_loop()
        for wait_s in (*RETRY_AFTER_S, None):
            try:
                message = mail.message(self._sender)
                await loop.run_in_executor(self._threads, self._mailer.deliver, message)
            except Exception as error:  # noqa: BLE001 - of whatever kind: networks have many
                said = {"subject": mail.subject, "reason": type(error).__name__}
                if wait_s is None:
                    _log.error("mail_lost", extra=said)
                    return
                _log.warning("mail_delayed", extra=said)
                await asyncio.sleep(wait_s)
            else:
                return


def post_of(settings: "Settings") -> Post:
    """The post that the settings ask for: kept in tests, by SMTP where a host is named."""
    if settings.environment == "test":
        return KeptPost()
    mailer = Smtp(settings) if settings.smtp_host else Folder(settings.mail_dir)
    return BackgroundPost(mailer, settings.mail_from)
