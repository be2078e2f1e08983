"""Runs `apiwright` many times: each time in a process of its own, which need import nothing more.

Each line of the input is JSON: `arguments`, `folder`, and the files `out` and `error`. The answer
to each is the exit code, on a line.
"""

import json
import os
import sys
import traceback

import alembic.migration
import keel.data.migrations
from apiwright.surface import cli
from apiwright.surface.commands import build, history, plan, routes, validate

_IMPORTED = (alembic.migration, keel.data.migrations, build, history, plan, routes, validate)


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the answer


def _become(arguments: list[str], folder: str, out: str, error: str) -> None:
    """Be the command and end with it."""
    os.chdir(folder)
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for stream, path, mode in (
        (0, os.devnull, os.O_RDONLY),
        (1, out, writing),
        (2, error, writing),
    ):
        os.dup2(os.open(path, mode), stream)
    sys.argv = ["apiwright", *arguments]
    code = 1
    try:
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python tells of it
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


main()
