"""Logs: one line a request, and no secrets in it."""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from keel import Settings, create_app

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
Calling = Callable[..., TestClient]


class ShopSettings(Settings):
    __module__ = "shop.settings"


class Unspeakable:
    def __repr__(self) -> str:
        raise NotImplementedError


@pytest.fixture
def logged(
    calling: Calling, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[dict[str, Any]]]:
    """Makes one request of an app that logs JSON, and gives the lines it wrote."""

    def request(method: str, path: str, **more: Any) -> list[dict[str, Any]]:
        client = calling(log_format="json")
        capsys.readouterr()
        client.request(method, path, **more)
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    return request


def test_a_request_is_one_line(logged: Callable[..., list[dict[str, Any]]]) -> None:
    (line,) = logged("GET", "/things/7", headers={"X-Request-ID": "abc"})
    assert line.pop("duration_ms") >= 0
    assert datetime.fromisoformat(line.pop("timestamp")).utcoffset() == timedelta(0)
    assert line == {
        "event": "request",
        "level": "info",
        "logger": "keel.edge.border",
        "method": "GET",
        "path": "/things/7",
        "route": "/things/{thing_id}",
        "status": 200,
        "client": "testclient",
        "request_id": "abc",
    }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("HEAD", "/things", 200), ("GET", "/nothing", 404), ("OPTIONS", "/things", 405)],
)
def test_every_answer_is_logged(
    logged: Callable[..., list[dict[str, Any]]], method: str, path: str, status: int
) -> None:
    (line,) = logged(method, path)
    assert (line["method"], line["path"], line["status"]) == (method, path, status)


def test_a_failure_is_logged_once_with_its_cause_and_request(
    logged: Callable[..., list[dict[str, Any]]],
) -> None:
    failure, request = logged("GET", "/broken")
    assert failure["level"] == "error"
    assert "RuntimeError: the secret is 4711" in failure["exception"]
    assert failure["request_id"] == request["request_id"]
    assert request["status"] == 500


def test_neither_query_nor_headers_nor_body_are_logged(
    logged: Callable[..., list[dict[str, Any]]],
) -> None:
    lines = logged(
        "POST",
        "/things?token=hunter2",
        headers={"Authorization": "Bearer hunter2", "Cookie": "s=hunter2"},
        json={"title": "hunter2"},
    )
    assert "hunter2" not in str(lines)


def test_a_line_of_a_library_looks_like_the_rest(
    calling: Calling, capsys: pytest.CaptureFixture[str]
) -> None:
    calling(log_format="json")
    capsys.readouterr()
    logging.getLogger("some.library").info("Asked for /?token=hunter2")
    logging.getLogger("some.library").warning("%d %s", 99, "balloons")
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["logger"], line["level"]) == (
        "99 balloons",
        "some.library",
        "warning",
    )


def test_what_a_project_logs_stands_in_the_line_under_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = ShopSettings(database_url="sqlite://", secret_key=KEY, log_format="json")
    create_app(settings, title="Shop", description="", version="1", routers=[])
    logging.getLogger("shop.books").info("sold", extra={"book": UUID(int=7)})
    line = json.loads(capsys.readouterr().err)
    assert line["event"] == "sold"
    assert line["book"] == "00000000-0000-0000-0000-000000000007"


def test_a_line_that_cannot_be_written_does_not_fail_who_logs(
    calling: Calling, capsys: pytest.CaptureFixture[str]
) -> None:
    calling()
    logging.getLogger("some.library").warning("no line", extra={"it": Unspeakable()})
    written = capsys.readouterr().err
    assert "NotImplementedError" in written
    assert "Logging error" in written


def test_lines_below_the_level_are_left_out(
    calling: Calling, capsys: pytest.CaptureFixture[str]
) -> None:
    client = calling(log_level="warning")
    capsys.readouterr()
    client.get("/things")
    assert capsys.readouterr().err == ""


def test_lines_for_eyes_hold_the_same(calling: Calling, capsys: pytest.CaptureFixture[str]) -> None:
    client = calling(log_format="console")
    capsys.readouterr()
    client.get("/broken")
    written = capsys.readouterr().err
    assert "RuntimeError: the secret is 4711" in written
    assert "status=500" in written


def test_what_a_caller_sends_forges_no_line(
    calling: Calling, capsys: pytest.CaptureFixture[str]
) -> None:
    client = calling(log_format="console")
    capsys.readouterr()
    client.get("/x%0Ainfo forged%1B[2J")
    (line,) = capsys.readouterr().err.splitlines()
    assert "\x1b" not in line
