"""What a body may be: its size, its type, and JSON that deserves the name."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from keel.edge.body import check_json
from keel.problems import Invalid

ROOT = Path(__file__).parents[3]
CORPORA = Path(os.environ.get("CORPORA", ROOT.parent / "shared" / "corpora"))
JSON = {"content-type": "application/json"}

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture
def small(calling: Callable[..., TestClient]) -> TestClient:
    return calling(body_limit_bytes=1000)


def in_pieces(size: int) -> Any:
    return (b"x" * 100 for _ in range(size // 100))


def test_a_body_up_to_the_limit_is_read(small: TestClient) -> None:
    assert small.post("/upload", content=b"x" * 1000).json() == 1000
    assert small.post("/upload", content=in_pieces(1000)).json() == 1000


def test_a_body_that_says_it_is_too_long_is_refused(small: TestClient) -> None:
    answer = small.post("/upload", content=b"x" * 1001)
    assert answer.status_code == 413
    assert "1000 bytes" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/upload", "/things", "/form"])
def test_a_body_that_turns_out_too_long_is_refused(small: TestClient, path: str) -> None:
    assert small.post(path, content=in_pieces(1100), headers=JSON).status_code in {413, 415}
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert small.post("/form", content=in_pieces(1100), headers=form).status_code == 413


def test_json_that_turns_out_too_long_is_refused(small: TestClient) -> None:
    assert small.post("/things", content=in_pieces(1100), headers=JSON).status_code == 413


@pytest.mark.parametrize("type_", ["text/plain", "application/x-www-form-urlencoded", None])
def test_an_operation_that_wants_json_takes_nothing_else(
    client: TestClient, type_: str | None
) -> None:
    headers = {"content-type": type_} if type_ else {}
    answer = client.post("/things", content=b'{"title": "a"}', headers=headers)
    assert answer.status_code == 415
    assert answer.headers["accept"] == "application/json"


def test_an_operation_that_wants_a_form_takes_nothing_else(client: TestClient) -> None:
    assert client.post("/form", data={"name": "a"}).json() == "a"
    assert client.post("/form", json={"name": "a"}).status_code == 415


@pytest.mark.parametrize(
    "headers",
    [
        [(b"content-type", b"application/json; charset=utf-8")],
        [(b"content-type", b"Application/LD+JSON ;x")],
        [(b"content-type", b"application/x y+json")],
        [(b"content-type", b"application/json"), (b"content-type", b"text/plain")],
    ],
)
def test_what_is_read_as_json_is_checked_as_json(
    client: TestClient, headers: list[tuple[bytes, bytes]]
) -> None:
    answer = client.post("/things", content=b'{"title": "a"}', headers=headers)
    assert answer.status_code == 201
    assert client.post("/things", content=b'{"title": NaN}', headers=headers).status_code == 422


def test_a_compressed_body_is_refused(client: TestClient) -> None:
    headers = {"content-encoding": "gzip", **JSON}
    assert client.post("/things", content=b"\x1f\x8b", headers=headers).status_code == 415


def test_a_missing_body_is_an_invalid_one(client: TestClient) -> None:
    answer = client.post("/things", headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "body", "message": "Field required"}]


def test_a_form_of_thousands_of_parts_is_refused(client: TestClient) -> None:
    parts = [(f"name{number}", (None, "x")) for number in range(5000)]
    assert client.post("/form", files=parts).status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        b'{"title": NaN}',
        b"[Infinity]",
        b"-Infinity",
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b"9" * 5000,
        b"\xef\xbb\xbf{}",
        '{"title": "a"}'.encode("utf-16"),
        b"{",
        b"   ",
        b"[" * 100_000,
        b'"' + b'\\"' * 400_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_only_looks_like_json_is_invalid(client: TestClient, text: bytes) -> None:
    answer = client.post("/echo", content=text, headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "body"


def test_json_may_nest_64_deep_and_no_deeper(client: TestClient) -> None:
    def nested(depth: int) -> int:
        text = b"[" * depth + b"]" * depth
        return client.post("/echo", content=text, headers=JSON).status_code

    assert [nested(64), nested(65), nested(5000)] == [200, 422, 422]


def test_brackets_in_strings_do_not_nest(client: TestClient) -> None:
    for value in ("[" * 100, ['[{"' * 100, "\\" * 99, {"[[[[" * 50: "]"}]):
        assert client.post("/echo", json=value).json() == value


def test_a_hundred_thousand_keys_are_no_trouble(client: TestClient) -> None:
    text = json.dumps({f"k{number}": 1 for number in range(70_000)})
    assert client.post("/things", content=text, headers=JSON).status_code == 422


@given(VALUES)
def test_every_value_of_json_passes(value: object) -> None:
    check_json(json.dumps(value).encode())
    check_json(json.dumps(value, ensure_ascii=False).encode())


@given(st.binary(max_size=50) | st.text(alphabet='[]{}",:\\ 1a').map(str.encode))
def test_what_passes_is_what_python_reads_too(text: bytes) -> None:
    try:
        check_json(text)
    except Invalid:
        return
    json.loads(text)


def corpus() -> list[Path]:
    files = sorted((CORPORA / "jsontestsuite").glob("*.json"))
    assert files or not os.environ.get("REQUIRE_CORPORA"), f"no corpus at {CORPORA}"
    return files


@pytest.mark.skipif(not corpus(), reason=f"no JSONTestSuite at {CORPORA}; set CORPORA")
def test_json_is_what_the_json_test_suite_says(client: TestClient) -> None:
    for file in corpus():
        answer = client.post("/echo", content=file.read_bytes(), headers=JSON)
        expected = {"y": {200}, "n": {422}, "i": {200, 422}}[file.name[0]]
        assert answer.status_code in expected, file.name
