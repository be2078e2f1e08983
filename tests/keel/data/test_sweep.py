"""The command that names files which no row refers to."""

import asyncio
import os
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from keel.data import Database
from keel.data.files.folder import Folder
from keel.data.files.stored import FileKey
from keel.data.files.sweep import main

from tests.keel.data.wall import make_tables

APP = """
from tests.keel.data.wall import make_app
app = make_app({url!r}, {folder!r})
"""
KEY = str(FileKey.new("wall_posters", "print", uuid4()))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Where an app, `swept:app`, keeps files: one of them without a row, two hours old."""
    url, folder = f"sqlite+aiosqlite:///{tmp_path / 'swept.db'}", Folder(tmp_path / "files")
    (tmp_path / "swept.py").write_text(APP.format(url=url, folder=str(folder.path)))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "swept", raising=False)
    folder.prepare()
    folder.draft().keep(KEY, "image/png")
    place = folder.place(KEY)
    os.utime(place, (place.stat().st_mtime - 7_200,) * 2)

    async def prepare() -> None:
        database = Database(url)
        await make_tables(database)
        await database.close()

    asyncio.run(prepare())
    return folder


def test_strays_are_named_and_stay(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--app", "swept:app"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [KEY, "Files that no row refers to: 1 found; `--remove` takes them away."]
    assert [*folder.keys(-1)] == [KEY]


def test_strays_go_when_it_is_said(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--app", "swept:app", "--remove"]) == 0
    assert capsys.readouterr().out.endswith(": 1 taken away.\n")
    assert [*folder.keys(-1)] == []


@pytest.mark.parametrize("app", ["nowhere:app", "swept", "tests.keel.data.wall:KEY"])
def test_what_is_no_app_is_named(app: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--app", app])
    assert f"No app at `{app}`" in capsys.readouterr().err
