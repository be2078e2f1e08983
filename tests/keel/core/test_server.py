"""The same over a real socket: what a server makes of an answer."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPResponse
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.serving import Server

JSON = "content-type: application/json"


class Connection:
    """One connection that is kept, and what is sent over it word for word."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.answers = ExitStack()

    def call(self, head: str, *headers: str, body: bytes = b"") -> HTTPResponse:
        lines = "\r\n".join([f"{head} HTTP/1.1", "host: x", *headers, "", ""])
        self.sock.sendall(lines.encode() + body)
        answer = HTTPResponse(self.sock, method=head.split(maxsplit=1)[0])
        self.answers.enter_context(answer).begin()
        return answer

    def is_usable(self) -> bool:
        answer = self.call("GET /things/7")
        return answer.status == 200 and answer.read() == b'{"title":"7","count":0}'


@pytest.fixture
def connection(server: "Server") -> Iterator[Connection]:
    with server.connect() as sock:
        connection = Connection(sock)
        with connection.answers:
            yield connection


def chunked(size: int) -> bytes:
    piece = b"2710\r\n" + b"x" * 10_000 + b"\r\n"
    return piece * (size // 10_000) + b"0\r\n\r\n"


def test_a_connection_outlives_an_unhandled_failure(connection: Connection) -> None:
    for _ in range(3):
        answer = connection.call("GET /broken")
        assert answer.status == 500
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert b"4711" not in answer.read()
        assert connection.is_usable()


def test_a_failure_half_way_ends_the_answer_where_it_is(connection: Connection) -> None:
    answer = connection.call("GET /broken-half-way")
    assert answer.read1() == b"half"
    with pytest.raises(Exception, match=r"IncompleteRead|reset"):
        answer.read()


@pytest.mark.parametrize("path", ["/upload", "/things"])
def test_a_body_that_says_it_is_too_long_is_not_waited_for(
    connection: Connection, path: str
) -> None:
    answer = connection.call(f"POST {path}", JSON, "content-length: 5000000000")
    assert answer.status == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"]


def test_a_chunked_body_past_the_limit_is_refused(connection: Connection) -> None:
    answer = connection.call("POST /upload", "transfer-encoding: chunked", body=chunked(300_000))
    assert answer.status == 413
    assert b"100000 bytes" in answer.read()


def test_a_chunked_body_within_the_limit_is_read(connection: Connection) -> None:
    answer = connection.call("POST /upload", "transfer-encoding: chunked", body=chunked(90_000))
    assert (answer.status, answer.read()) == (200, b"90000")
    assert connection.is_usable()


def test_a_caller_may_leave_half_way(server: "Server") -> None:
    with server.connect() as sock:
        sock.sendall(f"POST /things HTTP/1.1\r\nhost: x\r\n{JSON}\r\n".encode())
        sock.sendall(b'content-length: 100\r\n\r\n{"title":')
    with server.connect() as sock, ExitStack() as answers:
        connection = Connection(sock)
        answers.push(connection.answers)
        assert connection.is_usable()


def test_head_leaves_the_connection_in_step(connection: Connection) -> None:
    answer = connection.call("HEAD /things/7")
    assert (answer.status, answer.read()) == (200, b"")
    assert answer.headers["content-length"] == "23"
    assert connection.is_usable()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET //things", 404),
        ("GET /things/%00", 422),
        ("GET /%00", 404),
        ("GET /%ff%fe", 404),
        ("GET /%ED%A0%80", 404),
        ("GET /things?limit=%00", 422),
        ("GET /things?limit=%ED%A0%80", 422),
        ("OPTIONS /things", 405),
        ("TRACE /things", 405),
    ],
)
def test_odd_requests_get_whole_answers(connection: Connection, head: str, status: int) -> None:
    answer = connection.call(head)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.read()
    assert connection.is_usable()
