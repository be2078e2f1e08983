"""Files of rows: what is kept, what is answered, and what is left on the disk."""

import asyncio
import os
import resource
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response
from keel.data import Database
from keel.data.files.folder import Folder
from keel.data.files.stored import FileKey
from keel.data.files.sweep import strays

from tests.keel.data.wall import MAX_BYTES, TYPES, Poster, hang, make_app, make_tables

pytestmark = pytest.mark.anyio

PNG = b"\x89PNG\r\n\x1a\n" + b"a circus in town" * 100
OTHER = b"\x89PNG\r\n\x1a\n" + b"a fair"
HOUR_S = 3_600


@dataclass
class Town:
    """A running app, one poster, and where files are."""

    app: FastAPI
    client: AsyncClient
    poster: Poster

    @property
    def database(self) -> Database:
        database: Database = self.app.state.database
        return database

    @property
    def folder(self) -> Folder:
        folder: Folder = self.app.state.files
        return folder

    @property
    def kept(self) -> list[str]:
        return [*self.folder.keys(-1)]

    @property
    def drafts(self) -> list[Path]:
        return [*self.folder.drafts.iterdir()]

    @property
    def place(self) -> str:
        return f"/wall-posters/{self.poster.id}"

    @property
    def url(self) -> str:
        return f"{self.place}/print"

    async def put(
        self, content: bytes | AsyncIterator[bytes] = PNG, media_type: str = "image/png"
    ) -> Response:
        return await self.client.put(
            self.url, content=content, headers={"content-type": media_type}
        )

    async def get(self, **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.get(self.url, headers=named)

    async def shown(self) -> object:
        return (await self.client.get(self.place)).json()["print"]


@pytest.fixture
async def town(shop_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    app = make_app(shop_url, str(tmp_path / "files"))
    async with app.router.lifespan_context(app):
        await make_tables(app.state.database)
        (poster,) = await hang(app.state.database)
        transport = ASGITransport(app, raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url="http://town") as client:
            yield Town(app, client, poster)


async def test_a_file_is_kept_and_its_row_refers_to_it(town: Town) -> None:
    answer = await town.put()
    link = {
        "url": town.url,
        "media_type": "image/png",
        "bytes": len(PNG),
        "sha256": sha256(PNG).hexdigest(),
    }
    assert (answer.status_code, answer.json()["print"]) == (200, link)
    assert await town.shown() == link
    (key,) = town.kept
    assert town.folder.place(key).read_bytes() == PNG
    assert town.drafts == []
    assert town.folder.path.stat().st_mode & 0o077 == 0


async def test_a_file_is_answered_whole_in_part_or_not_again(town: Town) -> None:
    await town.put()
    whole = await town.get()
    tag = whole.headers["etag"]
    assert (whole.status_code, whole.content) == (200, PNG)
    assert whole.headers["content-disposition"] == 'inline; filename="print.png"'
    assert (await town.get(if_none_match=f'"x", {tag}')).status_code == 304
    for asked, part in (("0-7", PNG[:8]), ("8-", PNG[8:]), ("-4", PNG[-4:]), ("0-99999", PNG)):
        answer = await town.get(range=f"bytes={asked}")
        assert (answer.status_code, answer.content) == (206, part), asked
        assert answer.headers["content-range"].endswith(f"/{len(PNG)}")
    for behind in ("99999-", "-0"):
        answer = await town.get(range=f"bytes={behind}")
        assert answer.status_code == 416, behind
        assert answer.headers["content-type"] == "application/problem+json"
    for ignored in ("bytes=5-1", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=-"):
        assert (await town.get(range=ignored)).content == PNG, ignored
    assert (await town.get(range="bytes=0-1", if_range='"old"')).content == PNG
    assert (await town.get(range="bytes=0-1", if_range=tag)).content == PNG[:2]


async def test_what_is_replaced_removed_or_deleted_leaves_nothing_on_the_disk(town: Town) -> None:
    await town.put()
    (first,) = town.kept
    await town.put(OTHER)
    assert first not in town.kept
    assert len(town.kept) == 1
    assert (await town.client.delete(town.url)).status_code == 204
    assert (town.kept, await town.shown()) == ([], None)
    await town.put()
    assert (await town.client.delete(town.place)).status_code == 204
    assert town.kept == []


async def test_files_go_with_rows_that_the_database_takes_along(town: Town) -> None:
    await town.put()
    answer = await town.client.delete(f"/walls/{town.poster.wall_id}")
    assert (answer.status_code, town.kept) == (204, [])


async def test_a_change_that_is_refused_leaves_what_was_there(town: Town) -> None:
    await town.put()
    before = await town.shown()
    async with town.database.transaction() as session:
        poster = await session.get_one(Poster, town.poster.id)
        poster.title = "locked"
    assert (await town.put(OTHER)).status_code == 409
    assert (await town.client.delete(town.url)).status_code == 409
    assert await town.shown() == before
    assert (await town.get()).content == PNG
    assert len(town.kept) == 1


async def test_a_row_that_goes_while_its_file_comes_leaves_no_file(town: Town) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield PNG
        assert (await town.client.delete(town.place)).status_code == 204
        yield b"the rest"

    assert (await town.put(body())).status_code == 404
    assert (town.kept, town.drafts) == ([], [])


async def test_a_slow_body_holds_no_connection(town: Town) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield PNG
        assert (await town.put(OTHER)).status_code == 200  # a second writer is not kept waiting
        yield b"the rest"

    assert (await town.put(body())).status_code == 200
    assert (await town.get()).content == PNG + b"the rest"
    assert len(town.kept) == 1


async def test_of_parallel_uploads_one_stays_and_is_whole(town: Town) -> None:
    sent = [PNG + bytes([number]) * 300_000 for number in range(8)]
    answers = await asyncio.gather(*map(town.put, sent))
    assert {answer.status_code for answer in answers} == {200}
    got = await town.get()
    assert got.content in sent
    assert got.headers["etag"] == f'"{sha256(got.content).hexdigest()}"'
    assert len(town.kept) == 1


async def test_who_gets_a_file_while_it_is_replaced_gets_one_of_both_whole(town: Town) -> None:
    await town.put()

    async def replace() -> None:
        for content in (OTHER, PNG) * 5:
            assert (await town.put(content)).status_code == 200

    async def read() -> None:
        for _ in range(20):
            answer = await town.get()
            assert (answer.status_code, answer.content in (PNG, OTHER)) == (200, True)

    await asyncio.gather(replace(), read(), read())


async def test_a_full_disk_is_said_and_nothing_is_half_written(town: Town) -> None:
    with largest_file(1_000_000):
        answer = await town.put(PNG + b"0" * 2_000_000)
    assert answer.status_code == 507
    assert (town.kept, town.drafts, await town.shown()) == ([], [], None)


async def test_a_folder_that_is_gone_is_out_of_service(town: Town) -> None:
    town.folder.drafts.rmdir()
    assert (await town.put()).status_code == 503
    assert await town.shown() is None


async def test_a_file_that_is_lost_is_out_of_service(town: Town) -> None:
    await town.put()
    town.folder.remove(town.kept)
    assert (await town.get()).status_code == 503


async def test_an_export_has_the_address_of_a_file(town: Town) -> None:
    await town.put()
    text = (await town.client.get("/wall-posters/export.csv")).text
    assert f"Circus,{town.url}\r\n" in text


async def test_a_sweep_finds_what_no_row_refers_to(town: Town) -> None:
    await town.put()
    (kept,) = town.kept
    stray = str(FileKey.new("wall_posters", "print", town.poster.id))
    orphan = str(FileKey.new("wall_posters", "print", uuid4()))
    unknown = str(FileKey.new("wall_posters", "sketch", town.poster.id))
    for key in (stray, orphan, unknown, "somebody.else"):
        town.folder.draft().keep(key, "image/png")
    (town.folder.path / "lost+found").mkdir()
    async with town.database.transaction(reading=True) as session:
        assert set(await strays(session, town.folder, -1)) == {stray, orphan}
        assert await strays(session, town.folder, HOUR_S) == []
    assert kept in town.kept


async def test_what_a_killed_process_was_writing_goes_at_the_next_start(town: Town) -> None:
    old, fresh = (town.folder.drafts / name for name in ("old", "fresh"))
    for draft in (old, fresh):
        draft.write_bytes(PNG)
    os.utime(old, (time.time() - 2 * HOUR_S,) * 2)
    town.folder.prepare()
    assert town.drafts == [fresh]


async def test_a_field_takes_as_much_as_it_says_whatever_the_edge_takes(town: Town) -> None:
    assert (await town.put(PNG.ljust(MAX_BYTES, b"0"))).status_code == 200
    assert (await town.put(PNG.ljust(MAX_BYTES + 1, b"0"))).status_code == 413
    assert (await town.client.post("/echo", json={"a": "0" * 2_000})).status_code == 413
    assert len(town.kept) == 1


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_document_says_what_is_sent_and_what_comes_back(tmp_path: Path) -> None:
    document = make_app("sqlite+aiosqlite://", str(tmp_path)).openapi()
    operations = document["paths"]["/wall-posters/{poster_id}/print"]
    content = operations["put"]["requestBody"]["content"]
    assert content == {each: {"schema": {"type": "string", "format": "binary"}} for each in TYPES}
    assert {"200", "404", "413", "415"} <= operations["put"]["responses"].keys()
    assert operations["get"]["responses"]["200"]["content"] == content
    assert {"206", "304", "404"} <= operations["get"]["responses"].keys()
    assert "content" not in operations["delete"]["responses"]["204"]


async def test_a_folder_that_cannot_be_made_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    app = make_app("sqlite+aiosqlite://", str(tmp_path / "file"))
    with pytest.raises(RuntimeError, match="Name another folder: FILES_DIR="):
        async with app.router.lifespan_context(app):
            pass
