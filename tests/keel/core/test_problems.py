"""Every failure is a problem document."""

import json

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from keel.problems import FieldError, Invalid, Problem, Unauthorized, Unavailable

MEMBERS = {"type", "title", "status", "detail", "instance", "request_id", "errors"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/things/", 404),
        ("DELETE", "/things", 405),
        ("OPTIONS", "/things", 405),
        ("TRACE", "/things", 405),
        ("GET", "/things/first", 422),
        ("GET", "/things?limit=0", 422),
        ("GET", "/raise/402", 402),
        ("GET", "/raise/403", 403),
        ("GET", "/raise/499", 499),
        ("GET", "/teapot", 418),
        ("GET", "/sold", 409),
        ("GET", "/broken", 500),
    ],
)
def test_every_failure_has_the_same_shape(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem.keys() == MEMBERS
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"] == path.split("?", maxsplit=1)[0]
    assert problem["request_id"] == answer.headers["x-request-id"]


def test_a_problem_of_ones_own_has_its_type_and_words(client: TestClient) -> None:
    problem = client.get("/sold").json()
    assert problem["type"] == "https://errors.example/out-of-stock"
    assert problem["title"] == "Out of stock"
    assert problem["detail"] == "The last one was sold."


def test_a_plain_http_exception_keeps_its_words_and_headers(client: TestClient) -> None:
    answer = client.get("/teapot")
    assert answer.json()["title"] == "I'm a Teapot"
    assert answer.json()["detail"] == "Short and stout."
    assert answer.headers["x-spout"] == "left"


def test_an_exception_that_is_no_failure_is_answered_plainly(client: TestClient) -> None:
    answer = client.get("/raise/304")
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_failure_inside_tells_nothing_of_its_cause(client: TestClient) -> None:
    assert "4711" not in client.get("/broken").text


def test_a_405_allows_the_methods_of_every_route_at_the_address(client: TestClient) -> None:
    assert client.delete("/things").headers["allow"] == "GET, HEAD, POST"
    assert client.post("/things/1").headers["allow"] == "GET, HEAD"


def test_a_422_names_the_fields(client: TestClient) -> None:
    errors = client.post("/things", json={"title": "", "count": "many"}).json()["errors"]
    assert [error["field"] for error in errors] == ["body.title", "body.count"]
    assert all(error["message"] for error in errors)


def test_a_422_of_a_query_or_a_path_says_where(client: TestClient) -> None:
    assert client.get("/things?limit=0").json()["errors"][0]["field"] == "query.limit"
    assert client.get("/things/first").json()["errors"][0]["field"] == "path.thing_id"


def test_a_422_never_repeats_the_input(client: TestClient) -> None:
    body = {"title": "a secret that is too long", "count": "4711x"}
    text = client.post("/things", json=body).text
    assert "secret" not in text
    assert "4711" not in text


def test_a_422_stays_small_whatever_is_wrong(client: TestClient) -> None:
    answer = client.get("/things", params=[("limit", "x" * 5000)])
    assert answer.status_code == 422
    assert len(answer.content) < 1000


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_a_document_is_plain_ascii_json_whatever_it_holds(path: str, words: str) -> None:
    document = Invalid(words, errors=[FieldError(words, words)]).document(path)
    assert document.isascii()
    assert json.loads(document)["errors"] == [{"field": words, "message": words}]


def test_headers_of_a_problem_are_added_to_those_of_its_class() -> None:
    assert Unauthorized().headers == {"WWW-Authenticate": "Bearer"}
    assert Unavailable(headers={"X-Why": "maintenance"}).headers == {
        "Retry-After": "1",
        "X-Why": "maintenance",
    }
    assert Unavailable(headers={"Retry-After": "30"}).headers == {"Retry-After": "30"}


def test_every_class_says_what_it_is() -> None:
    for kind in Problem.__subclasses__():
        assert (kind.title, kind.detail) != ("", "")
        assert 400 <= kind.status < 600
