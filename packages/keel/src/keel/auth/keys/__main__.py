"""Rotates the keys of access tokens: `python -m keel.auth.keys rotate FILE`.

The file is what `SIGNING_KEYS_FILE` names. Running backends read it again within a second, so
nothing has to be restarted, and nobody is signed out.
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from keel.auth.keys.file import read_keys, write_keys
from keel.auth.keys.rotate import NOTICE_S, rotated
from keel.auth.keys.settings import derived_key
from keel.auth.keys.signing_key import ALGORITHMS, BadKeyError, SigningKey
from keel.settings import SettingsError


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    wanted = _parser().parse_args(arguments)
    now = time.time()
    try:
        keys = rotated(_present(wanted), wanted.algorithm, now, wanted.notice)
        write_keys(wanted.file, keys)
    except (BadKeyError, OSError, ImportError, AttributeError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    begins = datetime.fromtimestamp(keys[-1].signs_from, UTC).isoformat(timespec="seconds")
    sys.stdout.write(f"{wanted.file}: the key {keys[-1].kid} signs from {begins} on.\n")
    for key in keys[:-1]:
        ends = datetime.fromtimestamp(key.ends_at, UTC).isoformat(timespec="seconds")
        sys.stdout.write(f"{wanted.file}: the key {key.kid} is good until {ends}.\n")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m keel.auth.keys",
        description="Keep the keys that sign access tokens.",
        epilog="example: python -m keel.auth.keys rotate /run/secrets/signing-keys.json",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    rotate = commands.add_parser("rotate", help="add a key, and let the older ones end")
    rotate.add_argument("file", type=Path, help="the file; made when it is not there")
    rotate.add_argument("--algorithm", choices=ALGORITHMS, default=ALGORITHMS[0])
    rotate.add_argument(
        "--notice",
        type=int,
        default=NOTICE_S,
        metavar="SECONDS",
        help="until the new key signs: as long as the file takes to all machines (%(default)s)",
    )
    rotate.add_argument(
        "--app",
        metavar="MODULE:NAME",
        help="for a new file: keep what this app signed with SECRET_KEY good",
    )
    return parser


def _present(wanted: Namespace) -> list[SigningKey]:
    """The keys that are there already; for a new file, the one that an app derived."""
    if wanted.file.exists():
        return list(read_keys(wanted.file).keys)
    if wanted.app is None:
        return []
    module, _, name = wanted.app.partition(":")
    try:
        return [derived_key(getattr(import_module(module), name).state.settings)]
    except SettingsError as error:
        raise BadKeyError(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
