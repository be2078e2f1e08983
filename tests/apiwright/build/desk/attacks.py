"""Two companies share the desk: whatever the second sends, it learns nothing of the first."""

import re
from collections.abc import Iterator
from io import StringIO
from itertools import product
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import Response
from keel.auth.grant import main as grant
from keel.data.model import models
from keel.testing.store import Store
from starlette.testclient import TestClient

PASSWORD = "seven-quiet-otters-rowing"
SECRET = "acmes-own"
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_BODIES: dict[str, Any] = {
    "ticket": {"number": 7, "title": "Leak", "room": "attic"},
    "reply": {"text": "Hello"},
    "label": {"name": "urgent"},
    "user": {"email": "eve@globex.example", "password": PASSWORD},
    "company": {"name": "Globex"},
}


class Person:
    """Somebody who signed up, or was added, and signs in."""

    def __init__(self, client: TestClient, email: str) -> None:
        self.client = client
        form = {"username": email, "password": PASSWORD}
        token = client.post("/auth/sign-in", data=form).json()["access_token"]
        self.headers = {"authorization": f"Bearer {token}"}

    def send(self, method: str, url: str, **options: Any) -> Response:
        return self.client.request(method, url, headers=self.headers, **options)

    def make(self, url: str, body: Any) -> Any:
        answer = self.send("POST", url, json=body)
        assert answer.status_code in {200, 201}, answer.text
        return answer.json()


def begin(client: TestClient, company: str) -> Person:
    email = f"admin@{company}.example"
    body = {"email": email, "password": PASSWORD, "company": {"name": company}}
    assert client.post("/users/sign-up", json=body).status_code == 204
    assert client.post("/users/verify-email", json=mailed(client)).status_code == 201
    return Person(client, email)


def mailed(client: TestClient) -> dict[str, str]:
    """The token of the last mail."""
    app: Any = client.app
    return {"token": app.state.post.mails[-1].text.partition("#token=")[2].split()[0]}


@pytest.fixture
def acme(client: TestClient) -> Person:
    return begin(client, SECRET)


@pytest.fixture
def globex(client: TestClient) -> Person:
    return begin(client, "globex")


@pytest.fixture
def rows(acme: Person) -> dict[str, Any]:
    """What is of Acme: one row of each kind, by its noun."""
    colleague = {"email": f"bob@{SECRET}.example", "password": PASSWORD, "full_name": SECRET}
    label = acme.make("/labels", {"name": SECRET})
    user = acme.make("/users", colleague)
    told = {"number": 1, "title": SECRET, "room": "attic", "assignee_id": user["id"]}
    parent = acme.make("/tickets", told | {"label_ids": [label["id"]]})
    child = {"number": 2, "title": f"{SECRET} too", "parent_id": parent["id"]}
    ticket = acme.make("/tickets", child | {"label_ids": [label["id"]]})
    reply = acme.make(f"/tickets/{parent['id']}/replies", {"text": SECRET})
    (company,) = acme.send("GET", "/companies").json()["items"]
    found = {"ticket": parent, "child": ticket, "reply": reply, "label": label}
    return found | {"user": user, "company": company}


def secrets_of(rows: dict[str, Any]) -> set[str]:
    """Every id that Acme's rows hold, their own and those that they refer to."""
    return {SECRET, *_UUID.findall(str(rows))}


def must_tell_nothing(answer: Response, secrets: set[str]) -> None:
    """What comes back holds nothing of Acme's, but the path that was asked for."""
    text = answer.text
    if answer.headers["content-type"].startswith("application/problem+json"):
        text = str({**answer.json(), "instance": ""})
    told = sorted(secret for secret in secrets if secret in text)
    assert not told, f"{answer.request.method} {answer.request.url} tells {told}: {text}"


def operations(app: FastAPI) -> Iterator[tuple[str, str, Any]]:
    for path, of_path in app.openapi()["paths"].items():
        yield from ((method.upper(), path, said) for method, said in of_path.items())


def test_no_path_leads_to_a_row_of_another_company(
    app: FastAPI, globex: Person, rows: dict[str, Any], subtests: pytest.Subtests
) -> None:
    secrets = secrets_of(rows)
    ids = [row["id"] for row in rows.values()]
    for method, path, _ in operations(app):
        if not re.search(r"{\w+_id}", path) or path.startswith("/plans"):
            continue
        body = _BODIES[re.findall(r"(\w+?)_id", path)[0]] if method in {"PATCH", "POST"} else None
        body = {"text": "Hello"} if path.endswith("/replies") and body else body
        body = {"other_id": ids[0]} if path.endswith("/merge") else body
        for row_id, file in product(ids, ("csv", "jsonl") if "{file_format}" in path else ("",)):
            url = re.sub(r"{\w+_id}", row_id, path).replace("{file_format}", file)
            with subtests.test(f"{method} {url}"):
                answer = globex.send(method, url, json=body)
                assert answer.status_code == 404, answer.text
                must_tell_nothing(answer, secrets)


def test_no_list_and_no_filter_shows_a_row_of_another_company(
    app: FastAPI, globex: Person, rows: dict[str, Any], subtests: pytest.Subtests
) -> None:
    secrets = secrets_of(rows)
    for _, path, said in operations(app):
        names = [each["name"] for each in said.get("parameters", ()) if each["in"] == "query"]
        if "sort" not in names or re.search(r"{\w+_id}", path):
            continue
        url = path.replace("{file_format}", "jsonl")
        filters = [name for name in names if name.endswith(("_id", "_ids", "_id__in", "_ids__in"))]
        asked: list[dict[str, Any]] = [{}, {"q": SECRET}] if "q" in names else [{}]
        asked += [{name: secret} for name in filters for secret in sorted(secrets - {SECRET})]
        asked += [{"include": ["owner", "labels", "replies"]}] if "include" in names else []
        for query in asked:
            with subtests.test(f"{url} {query}"):
                answer = globex.send("GET", url, params=query)
                assert answer.status_code == 200, answer.text
                must_tell_nothing(answer, secrets)


def test_a_cursor_of_another_company_begins_among_ones_own_rows(
    acme: Person, globex: Person, rows: dict[str, Any]
) -> None:
    own = globex.make("/tickets", {"number": 1, "title": "Mine"})
    for sort in ("created_at", "-created_at", "number", "-number"):
        page = acme.send("GET", "/tickets", params={"limit": 1, "sort": sort}).json()
        asked = {"cursor": page["next"], "sort": sort}
        answer = globex.send("GET", "/tickets", params=asked)
        must_tell_nothing(answer, secrets_of(rows))
        assert {item["id"] for item in answer.json()["items"]} <= {own["id"]}


def test_no_body_leads_to_a_row_of_another_company(globex: Person, rows: dict[str, Any]) -> None:
    own = globex.make("/tickets", {"number": 1, "title": "Mine"})
    theirs = {
        "parent_id": rows["ticket"]["id"],
        "assignee_id": rows["user"]["id"],
        "label_ids": [rows["label"]["id"]],
    }
    for name, value in theirs.items():
        created = globex.send("POST", "/tickets", json={"number": 9, "title": "New", name: value})
        changed = globex.send("PATCH", f"/tickets/{own['id']}", json={name: value})
        for answer in (created, changed):
            assert answer.status_code == 422
            must_tell_nothing(answer, secrets_of(rows))
            (error,) = answer.json()["errors"]
            assert error["message"] == "Refers to nothing that exists."


def test_many_rows_in_one_call_are_none_of_another_company(
    acme: Person, globex: Person, rows: dict[str, Any]
) -> None:
    theirs = [rows["ticket"]["id"], rows["child"]["id"]]
    calls: list[tuple[str, str, list[Any]]] = [
        ("PATCH", "/tickets/bulk", [{"id": row_id, "title": "Mine now"} for row_id in theirs]),
        ("POST", "/tickets/bulk-delete", theirs),
    ]
    for method, url, items in calls:
        answer = globex.send(method, url, json={"items": items})
        assert [each["status"] for each in answer.json()["items"]] == [404, 404], answer.text
    assert acme.send("GET", "/tickets").json()["items"][0]["title"] == rows["child"]["title"]


def test_what_one_company_deleted_is_nowhere_in_another(
    acme: Person, globex: Person, rows: dict[str, Any]
) -> None:
    row_id = rows["ticket"]["id"]
    assert acme.send("DELETE", f"/tickets/{row_id}").status_code == 204
    assert [it["id"] for it in acme.send("GET", "/tickets/deleted").json()["items"]] == [row_id]
    assert globex.send("GET", "/tickets/deleted").json()["items"] == []
    for method, url in (
        ("POST", f"/tickets/{row_id}/restore"),
        ("DELETE", f"/tickets/deleted/{row_id}"),
    ):
        answer = globex.send(method, url)
        assert answer.status_code == 404
        must_tell_nothing(answer, secrets_of(rows))
    assert acme.send("POST", f"/tickets/{row_id}/restore").status_code == 200


def test_no_body_says_of_which_company_a_row_is(globex: Person, rows: dict[str, Any]) -> None:
    own = globex.make("/tickets", {"number": 1, "title": "Mine"})
    theirs = {"company_id": rows["company"]["id"]}
    for method, url, body in (
        ("POST", "/tickets", {"number": 9, "title": "New"}),
        ("PATCH", f"/tickets/{own['id']}", {}),
        ("POST", "/users", _BODIES["user"]),
        ("PATCH", "/users/me", {}),
    ):
        assert globex.send(method, url, json=body | theirs).status_code == 422


@pytest.mark.usefixtures("rows")
def test_what_one_company_has_stands_against_nothing_in_another(
    acme: Person, globex: Person
) -> None:
    for number in (11, 12):
        acme.make("/tickets", {"number": number, "title": f"No. {number}", "room": "attic"})
    full = acme.send("POST", "/tickets", json={"number": 13, "title": "Full", "room": "attic"})
    assert full.status_code == 409
    globex.make("/labels", {"name": SECRET})
    globex.make("/tickets", {"number": 1, "title": SECRET, "room": "attic"})
    taken = acme.send("POST", "/labels", json={"name": SECRET})
    assert taken.json()["errors"] == [{"field": "body.name", "message": "Is taken already."}]


def test_each_company_counts_its_own(acme: Person, globex: Person, rows: dict[str, Any]) -> None:
    assert acme.send("GET", "/users").json()["total"] == 2
    assert globex.send("GET", "/users").json()["total"] == 1
    assert globex.send("GET", "/companies").json()["total"] == 1
    assert acme.send("GET", f"/tickets/{rows['ticket']['id']}").json()["reply_count"] == 1


@pytest.mark.usefixtures("acme")
def test_a_company_keeps_an_admin_of_its_own(globex: Person) -> None:
    body = {"current_password": PASSWORD}
    assert globex.send("POST", "/users/me/delete", json=body).status_code == 409
    me = globex.send("GET", "/users/me").json()
    weaker = globex.send("PATCH", f"/users/{me['id']}", json={"role": "agent"})
    assert weaker.status_code == 409


def test_a_sign_up_that_is_refused_leaves_no_company(client: TestClient, store: Store) -> None:
    begin(client, "initech")
    again = {"email": "admin@initech.example", "password": PASSWORD, "company": {"name": "Two"}}
    assert client.post("/users/sign-up", json=again).status_code == 204
    assert "#token=" not in client.app.state.post.mails[-1].text  # type: ignore[attr-defined]
    (company,) = [model for model in models() if model.tenant_field == "id"]
    assert len(store.all(company)) == 1


def test_the_command_line_begins_a_company(
    client: TestClient, app_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["ada@umbrella.example", "admin", "--app", app_path, "--create"]
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSWORD}\n{PASSWORD}\n"))
    assert grant(arguments) == 1
    assert grant([*arguments, "--tenant", "name=Umbrella"]) == 0
    companies = Person(client, "ada@umbrella.example").send("GET", "/companies").json()
    assert [company["name"] for company in companies["items"]] == ["Umbrella"]


def test_who_is_added_is_of_the_company_of_who_adds_them(
    client: TestClient, globex: Person, rows: dict[str, Any]
) -> None:
    globex.make("/users", _BODIES["user"] | {"role": "admin"})
    eve = Person(client, "eve@globex.example")
    assert eve.send("GET", "/users").json()["total"] == 2
    must_tell_nothing(eve.send("GET", "/tickets"), secrets_of(rows))


@pytest.mark.usefixtures("rows")
def test_an_unknown_caller_sees_what_all_share_and_nothing_else(client: TestClient) -> None:
    assert client.get("/plans").status_code == 200
    for path in ("/companies", "/users", "/tickets", "/labels"):
        assert client.get(path).status_code == 401
