"""Files that no row refers to: `python -m keel.data.files.sweep --app PACKAGE.main:app`.

A process that is killed between two steps of an upload or a removal leaves one behind.
"""

import asyncio
import sys
from argparse import ArgumentParser
from importlib import import_module
from itertools import islice
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.database.engine import Database
from keel.data.database.refusal import tables
from keel.data.files.folder import Folder
from keel.data.files.stored import FileKey, file_columns
from keel.settings import SettingsWithFiles

UNDER_WAY_S = 3_600
"""Seconds for which a file may wait for the transaction that its row is in."""

_AT_ONCE = 200


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = ArgumentParser(
        prog="python -m keel.data.files.sweep",
        description="Name the files that no row refers to.",
        epilog="example: python -m keel.data.files.sweep --app shop.main:app --remove",
    )
    parser.add_argument("--app", required=True, metavar="MODULE:NAME", help="where the app is")
    parser.add_argument("--remove", action="store_true", help="take them away")
    wanted = parser.parse_args(arguments)
    module, _, name = wanted.app.partition(":")
    try:
        settings: object = getattr(import_module(module), name).state.settings
    except (ImportError, AttributeError, ValueError) as error:
        parser.error(f"No app at `{wanted.app}`: {error}. Say --app package.main:app.")
    if not isinstance(settings, SettingsWithFiles):
        parser.error(f"`{wanted.app}` keeps no files.")
    found = asyncio.run(_sweep(settings, remove=wanted.remove))
    sys.stdout.writelines(f"{key}\n" for key in found)
    done = "taken away" if wanted.remove else "found; `--remove` takes them away"
    sys.stdout.write(f"Files that no row refers to: {len(found)} {done}.\n")
    return 0


async def strays(session: AsyncSession, folder: Folder, older_s: float) -> list[str]:
    """The keys of files that no row refers to, written longer ago than this.

    Files of columns that the models do not have are not among them: they may be of a newer
    version of the app, or of one that somebody goes back to. One statement for 200 files of each
    column.
    """
    columns: dict[tuple[str, str], Any] = {
        (table.name, column.name): column for table in tables() for column in file_columns(table)
    }
    keys, found = map(FileKey.read, folder.keys(older_s)), list[str]()
    while some := list(islice(keys, _AT_ONCE)):
        for place in columns.keys() & {(key.table, key.field) for key in some}:
            column = columns[place]
            of_column = [key for key in some if (key.table, key.field) == place]
            ids = [key.row_id for key in of_column]
            rows = await session.exec(select(column).where(column.table.c.id.in_(ids)))
            kept = {file.key for file in rows if file}
            found += [str(key) for key in of_column if str(key) not in kept]
    return found


async def _sweep(settings: SettingsWithFiles, *, remove: bool) -> list[str]:
    database, folder = Database(settings.database_url), Folder(settings.files_dir)
    try:
        async with database.transaction(reading=True) as session:
            found = await strays(session, folder, UNDER_WAY_S)
    finally:
        await database.close()
    if remove:
        folder.remove(found)
    return found


if __name__ == "__main__":
    sys.exit(main())
