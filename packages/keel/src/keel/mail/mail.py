"""A mail, in plain text: nothing in it is loaded, run or hidden."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTPUTF8
from email.utils import format_datetime, make_msgid


@dataclass(frozen=True, slots=True, repr=False)
class Mail:
    """A mail to one address; its text may hold a secret, so that no log has it."""

    to: str
    subject: str
    text: str

    def message(self, sender: str) -> EmailMessage:
        """The mail as it is sent. Source: RFC 5322 section 3.6; RFC 3834 section 5.

        Raises:
            ValueError: A line break stands in an address or in the subject.
        """
        message = EmailMessage(policy=SMTPUTF8)
        message["From"] = sender
        message["To"] = self.to
        message["Subject"] = self.subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].strip("> ") or None)
        message["Auto-Submitted"] = "auto-generated"  # no answering machine answers
        message.set_content(self.text)
        return message
