"""Clients of an older version send and get what they know, of the same rows."""

import json

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.keel.versions.conftest import Kept

ENDS = {"deprecation": "@1798675200", "sunset": "Wed, 30 Jun 2027 00:00:00 GMT"}


def test_a_row_is_the_same_in_both(client: TestClient) -> None:
    made = client.post("/v1/books", json={"name": "Emma"})
    assert made.status_code == 201, made.text
    row_id = made.json()["id"]
    assert made.json() == {"id": row_id, "name": "Emma"}
    items = [{"id": row_id, "title": "Emma", "isbn": "none"}]
    assert client.get("/v2/books").json()["items"] == items
    assert client.get("/v1/books").json()["items"] == [made.json()]


def test_a_change_leaves_alone_what_the_older_version_does_not_know(client: TestClient) -> None:
    made = client.post("/v2/books", json={"title": "Emma", "isbn": "978"}).json()
    answer = client.patch(f"/v1/books/{made['id']}", json={"name": "Persuasion"})
    assert answer.json() == {"id": made["id"], "name": "Persuasion"}
    (item,) = client.get("/v2/books").json()["items"]
    assert item == {**made, "title": "Persuasion"}


@pytest.mark.parametrize("body", [{"title": "Emma"}, {"name": "Emma", "isbn": "978"}, {"name": ""}])
def test_what_it_does_not_know_is_refused_in_its_names(
    client: TestClient, body: dict[str, str]
) -> None:
    answer = client.post("/v1/books", json=body)
    assert answer.status_code == 422
    fields = {error["field"] for error in answer.json()["errors"]}
    assert fields <= {"body.name", "body.title", "body.isbn"}
    assert ("body.name" in fields) == (body.get("name", "") == "")


def test_filters_and_orders_have_the_older_names(client: TestClient, kept: Kept) -> None:
    answer = client.get("/v1/books?sort=-name&name__contains=em&limit=5")
    assert answer.status_code == 200, answer.text
    (query,) = kept.queries
    assert query.model_dump(exclude_unset=True) == {
        "sort": "-title",
        "title__contains": "em",
        "limit": 5,
    }
    for unknown in ("sort=title", "title=Emma", "isbn=978"):
        assert client.get(f"/v1/books?{unknown}").status_code == 422


def test_refusals_of_today_speak_of_the_older_names(client: TestClient) -> None:
    client.post("/v1/books", json={"name": "Emma"})
    answer = client.post("/v1/books", json={"name": "Emma"})
    assert answer.status_code == 409
    assert answer.json()["detail"] == "There is one of this `name`."
    assert answer.json()["errors"] == [
        {"field": "body.name", "message": "`name` is taken; `isbn` is not."}
    ]


def test_a_rule_of_a_schema_of_today_holds(client: TestClient) -> None:
    answer = client.post("/v1/books", json={"name": "damn"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "body.name", "message": "No curses, says today's rule"}
    ]


def test_what_holds_older_rows_holds_them_as_they_were(client: TestClient) -> None:
    made = client.post("/v1/books", json={"name": "Emma"}).json()
    shelf = client.get("/v1/shelves/low?include=first&include=books").json()
    assert shelf == {"place": "low", "first": made, "books": [made]}
    assert client.get("/v1/shelves/low").json() == {"place": "low"}
    assert client.get("/v2/shelves/low?include=first").json()["first"]["title"] == "Emma"


def test_files_have_the_older_names(client: TestClient) -> None:
    made = client.post("/v1/books", json={"name": "Emma"}).json()
    assert client.get("/v1/books/export.csv").text == f"id,name\r\n{made['id']},Emma\r\n"
    assert json.loads(client.get("/v1/books/export.jsonl").text) == made
    assert client.get("/v2/books/export.csv").text.startswith("id,title,isbn\r\n")


def test_what_it_does_not_have_is_not_there(client: TestClient) -> None:
    assert client.get("/v1/tags").status_code == 404
    assert client.get("/v2/tags").status_code == 401


def test_links_stay_in_the_version_that_was_asked_for(client: TestClient) -> None:
    for version in ("v1", "v2"):
        assert f"</{version}/books?" in client.get(f"/{version}/books").headers["link"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/books"),
        ("POST", "/v1/books"),
        ("PUT", "/v1/books"),
        ("GET", "/v1/books/export.csv"),
        ("GET", "/v1/tags"),
        ("HEAD", "/v1"),
    ],
)
def test_every_answer_says_when_it_ends(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).headers.items() >= ENDS.items()


@pytest.mark.parametrize("path", ["/v2/books", "/v2/nothing", "/health/live", "/docs", "/v10"])
def test_nothing_else_says_so(client: TestClient, path: str) -> None:
    assert not ENDS.keys() & client.get(path).headers.keys()


def test_nothing_stands_without_a_version_but_health_and_docs(client: TestClient) -> None:
    assert client.get("/books").status_code == 404
    assert client.get("/health/live").status_code == 200


def test_the_document_has_both(app: FastAPI) -> None:
    paths = app.openapi()["paths"]
    older, newer = paths["/v1/books"]["get"], paths["/v2/books"]["get"]
    assert (older["operationId"], newer["operationId"]) == ("list_books_v1", "list_books")
    assert (older["deprecated"], "deprecated" in newer) == (True, False)
    assert (older["tags"], older["summary"]) == (newer["tags"], newer["summary"])
    names = {each["name"] for each in older["parameters"]}
    assert names == {"limit", "offset", "sort", "name", "name__contains"}
    (shown,) = paths["/v1/shelves/{place}"]["get"]["responses"]["200"]["content"].values()
    assert shown["schema"] == {"$ref": "#/components/schemas/ShelfWithBooksV1"}
    schemas = app.openapi()["components"]["schemas"]
    assert schemas["ShelfWithBooksV1"]["description"] == "A shelf, with what stands on it."
    assert "/v1/tags" not in paths


def test_who_must_sign_in_is_told_where(client: TestClient, app: FastAPI) -> None:
    for version in ("v1", "v2"):
        detail = client.get(f"/{version}/secrets").json()["detail"]
        assert detail == f"Sign in at `POST /{version}/auth/sign-in` first."
    (scheme,) = app.openapi()["components"]["securitySchemes"].values()
    assert scheme["flows"]["password"]["tokenUrl"] == "/v2/auth/sign-in"
