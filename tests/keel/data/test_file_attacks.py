"""What people send who mean no good, in the place of a file."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest
from keel.data.files import upload
from starlette.types import Message, Receive

from tests.keel.data.test_files import PNG, Town, town
from tests.keel.data.wall import MAX_BYTES, TYPES

__all__ = ["town"]

pytestmark = pytest.mark.anyio

SCRIPT = b"<script>fetch('/users/me')</script>"
STRANGE_TYPES = [
    [],
    [""],
    ["image"],
    ["image/*"],
    ["*/*"],
    ["image/jpeg"],
    ["image/png,text/html"],
    ["text/html\x0bimage/png"],
    ["image/png", "text/html"],
    ["image/png", "image/png"],
    ["multipart/form-data; boundary=x"],
    ["application/x-www-form-urlencoded"],
]


@pytest.mark.parametrize("said", STRANGE_TYPES, ids=str)
async def test_a_body_says_once_that_it_is_of_a_type_that_the_field_takes(
    town: Town, said: list[str]
) -> None:
    headers = [("content-type", each) for each in said]
    answer = await town.client.put(town.url, content=PNG, headers=headers)
    assert answer.status_code == 415
    assert answer.headers["accept"] == ", ".join(TYPES)
    must_have_nothing(town)


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("image/png", SCRIPT),
        ("image/png", b"\x89PNG"),
        ("image/png", b"GIF89a" + SCRIPT),
        ("image/png", b" " + PNG),
        ("application/pdf", b"MZ" + b"%PDF-1.7"),
    ],
)
async def test_content_begins_as_its_type_does(town: Town, media_type: str, content: bytes) -> None:
    answer = await town.put(content, media_type)
    assert answer.status_code == 415
    assert content.decode("latin-1") not in answer.text
    must_have_nothing(town)


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "gzip, identity", "x"])
async def test_a_compressed_body_is_refused(town: Town, coding: str) -> None:
    headers = {"content-type": "image/png", "content-encoding": coding}
    answer = await town.client.put(town.url, content=PNG, headers=headers)
    assert answer.status_code == 415
    must_have_nothing(town)


@pytest.mark.parametrize(
    ("media_type", "content", "way"),
    [
        ("image/gif", b"GIF89a/*" + SCRIPT + b"*/=1;", "inline"),
        ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT, "attachment"),
        ("text/html", SCRIPT, "attachment"),
        ("application/pdf", b"%PDF-1.7" + SCRIPT, "attachment"),
    ],
)
async def test_what_could_run_in_a_browser_is_sent_so_that_it_cannot(
    town: Town, media_type: str, content: bytes, way: str
) -> None:
    assert (await town.put(content, f"{media_type.upper()}; charset=utf-7")).status_code == 200
    for asked in ({}, {"range": "bytes=0-9"}):
        headers = (await town.get(**asked)).headers
        assert headers["content-type"] == media_type
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'; sandbox;")
        assert headers["content-disposition"].startswith(f'{way}; filename="print.')


async def test_json_is_a_file_like_any_other(town: Town) -> None:
    text = b'{"a": NaN, "b": ' + b"[" * 5_000
    assert (await town.put(text, "application/json")).status_code == 200
    assert (await town.get()).content == text


async def test_of_a_body_that_is_too_long_no_more_is_read_than_the_field_takes(town: Town) -> None:
    read = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal read
        yield PNG
        for _ in range(1_000):
            read += 100_000
            yield b"0" * 100_000

    answer = await town.put(body())
    assert (answer.status_code, read <= MAX_BYTES + 100_000) == (413, True)
    must_have_nothing(town)


@pytest.mark.parametrize(
    "place",
    [
        "/wall-posters/%2e%2e%2f%2e%2e%2fetc/print",
        "/wall-posters/..%2f..%2fetc%2fpasswd/print",
        "/wall-posters/0192d6f0-0000-7000-8000-000000000000%00/print",
        "/wall-posters/drafts/print",
    ],
)
async def test_no_path_leads_out_of_the_folder(town: Town, place: str) -> None:
    for method in ("GET", "PUT", "DELETE"):
        headers = {"content-type": "image/png"}
        answer = await town.client.request(method, place, content=PNG, headers=headers)
        assert answer.status_code in {404, 405, 422}
    must_have_nothing(town)


async def test_names_that_callers_send_are_not_used(town: Town) -> None:
    named = {"content-type": "image/png", "content-disposition": 'attachment; filename="../x.sh"'}
    answer = await town.client.put(town.url, content=PNG, headers=named)
    assert answer.status_code == 200
    assert "x.sh" not in (await town.get()).headers["content-disposition"]
    assert all(str(town.poster.id) in key for key in town.kept)


async def test_a_body_that_breaks_off_leaves_nothing(town: Town) -> None:
    pieces = [
        {"type": "http.request", "body": PNG * 300, "more_body": True},
        {"type": "http.disconnect"},
    ]
    assert await status_of(town, come(pieces)) == 400
    must_have_nothing(town)


async def test_a_body_that_never_ends_is_given_up(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PATIENCE_S", 0.05)
    monkeypatch.setattr(upload, "SLOWEST_BYTES_S", 1e12)
    pieces = [{"type": "http.request", "body": PNG, "more_body": True}]
    assert await status_of(town, come(pieces)) == 408
    must_have_nothing(town)


async def test_an_upload_that_is_cut_off_with_its_process_leaves_no_reference(town: Town) -> None:
    pieces = [{"type": "http.request", "body": PNG * 300, "more_body": True}]
    is_waiting = asyncio.Event()
    task = asyncio.create_task(status_of(town, come(pieces, is_waiting)))
    await is_waiting.wait()
    assert len(town.drafts) == 1
    task.cancel()
    await asyncio.wait([task])
    must_have_nothing(town)
    assert await town.shown() is None


def must_have_nothing(town: Town) -> None:
    assert (town.kept, town.drafts) == ([], [])


def come(messages: Iterable[Message], is_waiting: asyncio.Event | None = None) -> Receive:
    """The pieces of a body; behind the last, nothing more ever."""
    rest = iter(messages)

    async def receive() -> Message:
        if (message := next(rest, None)) is None:
            if is_waiting:
                is_waiting.set()
            await asyncio.Event().wait()
        assert message is not None
        return message

    return receive


async def status_of(town: Town, receive: Receive) -> int:
    """What an upload is answered, whose body comes so."""
    statuses: list[int] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    headers = [(b"host", b"town"), (b"content-type", b"image/png")]
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "PUT",
        "path": town.url,
        "raw_path": town.url.encode(),
        "query_string": b"",
        "scheme": "http",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("town", 80),
        "state": {},
    }
    await town.app(scope, receive, send)
    return statuses[0]
