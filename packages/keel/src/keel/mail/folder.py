"""Mail of a development machine: a file for each in a folder, and its text on the console."""

import sys
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from secrets import token_hex


class Folder:
    """Writes mails where a person can read them; they hold links that sign people in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def deliver(self, message: EmailMessage) -> None:
        """Write one; readers of mail open the file."""
        self._path.mkdir(parents=True, exist_ok=True)
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        file = self._path / f"{moment}-{token_hex(3)}.eml"
        file.write_bytes(message.as_bytes())
        text = message.get_content()
        lines = [f"Mail to {message['To']}: {message['Subject']}", *text.splitlines()]
        sys.stderr.write("".join(f"  | {line}\n" for line in lines))
