"""Copies the texts of mails to where you can edit them: `python -m keel.auth.mails FOLDER`."""

import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path

from keel.auth.mails.account_mails import OURS


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. What is there already stays as it is."""
    parser = ArgumentParser(
        prog="python -m keel.auth.mails",
        description="Copy the texts of mails to a folder, where they can be edited.",
        epilog="example: python -m keel.auth.mails shop/mail_templates",
    )
    parser.add_argument("folder", type=Path, help="the folder beside the app's `main.py`")
    folder: Path = parser.parse_args(arguments).folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for text in sorted(OURS.glob("*.txt")):
            if not (folder / text.name).exists():
                shutil.copy(text, folder / text.name)
                sys.stdout.write(f"{folder / text.name}\n")
    except OSError as error:
        sys.stderr.write(f"error: {folder} cannot be written: {error.strerror}.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
