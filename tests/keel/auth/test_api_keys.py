"""API keys: for programs, with no more than they say, and never in place of a person."""

import time
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from httpx2 import Response
from keel.auth import guard_of
from keel.auth.api_keys.key import hash_of
from keel.auth.second_factor.needed import SecondFactorNeeded
from keel.testing.store import Store
from people import PASSWORD, People, Tokens

TOPIC = {"name": "Gardening"}


def make(people: People, tokens: Tokens, **said: object) -> Response:
    body = {"name": "report", "current_password": PASSWORD, **said}
    return people.call("POST", "/auth/api-keys", tokens, body)


def key_of(people: People, tokens: Tokens, **said: object) -> Tokens:
    """A key, where tokens are."""
    made = make(people, tokens, **said)
    assert made.status_code == 201, made.text
    return {"access_token": made.json()["key"], "id": made.json()["id"]}


def test_a_key_calls_in_the_name_of_its_owner(people: People, ada: Tokens) -> None:
    answer = people.me(key_of(people, ada))
    assert (answer.status_code, answer.json()["email"]) == (200, "ada@example.com")


def test_a_key_is_shown_once_and_kept_as_a_hash(people: People, ada: Tokens) -> None:
    made = make(people, ada).json()
    assert made["key"].startswith("keel_key_")
    assert made["key"].startswith(made["hint"])
    assert len(made["key"]) - len(made["hint"]) >= 32
    [listed] = people.call("GET", "/auth/api-keys", ada).json()
    assert listed == {name: value for name, value in made.items() if name != "key"}
    assert people.stored("SELECT key_hash FROM auth_api_keys") == hash_of(made["key"])


def test_a_key_takes_the_password_of_who_makes_it(people: People, ada: Tokens) -> None:
    refused = make(people, ada, current_password=f"{PASSWORD}!")
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "body.current_password"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"role": "admin"}, "role"),
        ({"role": "emperor"}, "role"),
        ({"permissions": ["refund"]}, "permissions"),
        ({"days": 0}, "days"),
        ({"days": 367}, "days"),
        ({"access": "everything"}, "access"),
        ({"name": ""}, "name"),
    ],
)
def test_a_key_has_no_more_than_its_owner_and_an_end(
    people: People, ada: Tokens, said: dict[str, object], field: str
) -> None:
    refused = make(people, ada, **said)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"].startswith(f"body.{field}")


def test_a_key_that_only_reads_changes_nothing(people: People, root: Tokens) -> None:
    reading = key_of(people, root, role="admin")
    assert people.call("GET", "/users", reading).status_code == 200
    refused = people.call("POST", "/topics", reading, TOPIC)
    assert (refused.status_code, refused.json()["detail"]) == (403, "This API key only reads.")
    writing = key_of(people, root, role="admin", access="write")
    assert people.call("POST", "/topics", writing, TOPIC).status_code == 201


def test_a_key_acts_in_its_own_role(people: People, root: Tokens) -> None:
    weak = key_of(people, root, access="write")
    assert people.call("GET", "/users", weak).status_code == 403
    assert people.call("POST", "/topics", weak, TOPIC).status_code == 403


def test_a_role_that_its_owner_loses_is_lost_to_a_key(
    people: People, root: Tokens, elsewhere: People
) -> None:
    people.join("other@example.com", "admin")
    key = key_of(people, root, role="admin")
    assert elsewhere.call("GET", "/users", key).status_code == 200
    path = people.path_of(root)
    assert people.call("PATCH", path, root, {"role": "member"}).status_code == 200
    assert people.call("GET", "/users", key).status_code == 403
    time.sleep(1)
    assert elsewhere.call("GET", "/users", key).status_code == 403


def test_a_revoked_key_is_refused_within_a_second_everywhere(
    people: People, ada: Tokens, elsewhere: People
) -> None:
    key, other = key_of(people, ada), key_of(people, ada)
    assert elsewhere.me(key).status_code == 200
    path = f"/auth/api-keys/{key['id']}"
    assert people.call("DELETE", path, ada).status_code == 204
    assert people.call("DELETE", path, ada).status_code == 404
    assert people.me(key).status_code == 401
    time.sleep(1)
    assert elsewhere.me(key).status_code == 401
    assert elsewhere.me(other).status_code == 200


def test_nobody_sees_or_revokes_the_key_of_another(
    people: People, ada: Tokens, root: Tokens
) -> None:
    key = key_of(people, ada)
    assert people.call("DELETE", f"/auth/api-keys/{key['id']}", root).status_code == 404
    assert people.call("GET", "/auth/api-keys", root).json() == []
    assert people.me(key).status_code == 200


@pytest.mark.parametrize(
    "change",
    ["UPDATE auth_api_keys SET expires_at = created_at", "UPDATE users SET is_active = false"],
)
def test_a_key_ends_with_its_time_and_with_its_account(
    people: People, ada: Tokens, change: str
) -> None:
    key = key_of(people, ada)
    people.execute(change)
    assert people.me(key).status_code == 401


def test_a_key_is_gone_with_its_account(people: People, ada: Tokens) -> None:
    key = key_of(people, ada)
    assert people.me(key).status_code == 200
    assert people.leave(ada).status_code == 204
    assert people.me(key).status_code == 401


def test_who_calls_is_known_without_a_statement(
    people: People, ada: Tokens, app: FastAPI, client: TestClient
) -> None:
    key = key_of(people, ada)
    people.execute("DELETE FROM auth_changes")
    assert people.call("GET", "/users", key).status_code == 403
    with Store(app, client).statements() as sent:
        for _ in range(5):
            assert people.call("GET", "/users", key).status_code == 403
    assert sent == []


def test_the_last_use_is_told_without_a_write_for_each(people: People, ada: Tokens) -> None:
    key, unused = key_of(people, ada), key_of(people, ada)
    before = datetime.now(UTC)
    for _ in range(3):
        people.me(key)
    assert people.client.portal is not None
    state = people.app.state
    people.client.portal.call(state.api_keys.uses.write, state.database)
    listed = {each["id"]: each for each in people.call("GET", "/auth/api-keys", ada).json()}
    assert datetime.fromisoformat(listed[key["id"]]["last_used_at"]) >= before
    assert listed[unused["id"]]["last_used_at"] is None


def test_the_last_use_is_written_when_the_app_ends(app: FastAPI) -> None:
    with TestClient(app) as client:
        people = People(app, client)
        tokens = people.join()
        people.me(key_of(people, tokens))
    with TestClient(app) as client:
        people = People(app, client)
        [listed] = people.call("GET", "/auth/api-keys", tokens).json()
    assert listed["last_used_at"]


def test_no_key_is_let_in_where_a_person_is_meant(people: People, root: Tokens) -> None:
    key = key_of(people, root, role="admin", access="write")
    tried = 0
    for route in iter_route_contexts(people.app.routes):
        rule, path = guard_of(route), route.path or ""
        if rule is None or not rule.known or not path.startswith("/auth/"):
            continue
        for method in route.methods or ():
            url = path.replace("{session_id}", key["id"]).replace("{key_id}", key["id"])
            refused = people.call(method, url, key, {})
            assert (refused.status_code, url) == (403, url)
            tried += 1
    assert tried == 14


def test_a_key_changes_no_account(people: People, root: Tokens) -> None:
    key = key_of(people, root, role="admin", access="write")
    new = {"email": "eve@example.com", "password": PASSWORD, "role": "admin"}
    path = people.path_of(root)
    for method, url, body in (
        ("POST", "/users", new),
        ("PATCH", path, {"password": f"{PASSWORD}-again"}),
        ("DELETE", path, None),
        ("PATCH", "/users/me", {"full_name": "Eve"}),
        ("POST", "/users/me/delete", {"current_password": PASSWORD}),
    ):
        assert people.call(method, url, key, body).status_code == 403, url
    assert people.me(root).status_code == 200


def every_token(people: People, ada: Tokens) -> dict[str, str]:
    """One of every kind, each good where it is meant."""
    client, found = people.client, dict(ada)
    found["key"] = key_of(people, ada, access="write")["access_token"]
    client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    found["reset"] = people.token()
    people.ask_to_sign_up("eve@example.com")
    found["sign_up"] = people.token()
    body = {"current_password": PASSWORD, "email": "countess@example.com"}
    people.call("POST", "/auth/change-email", ada, body)
    found["email"] = people.mails[-2].text.partition("#token=")[2].split()[0]
    people.execute(
        "INSERT INTO auth_second_factors"
        " (id, created_at, updated_at, user_id, seed, last_step, confirmed_at)"
        " SELECT id, created_at, updated_at, id, 'ab', 0, created_at FROM users"
    )
    step = people.sign_in().json()
    assert step["type"] == SecondFactorNeeded.type
    found["step"] = step["token"]
    del found["token_type"], found["expires_in"]
    return found


def test_every_kind_of_token_is_worth_nothing_where_another_is_meant(
    people: People, ada: Tokens
) -> None:
    tokens, post = every_token(people, ada), people.client.post
    assert len(tokens) == 7
    new = f"{PASSWORD}-again"
    places = {
        "refresh_token": lambda it: post("/auth/refresh", json={"refresh_token": it}),
        "reset": lambda it: post("/auth/reset-password", json={"token": it, "new_password": new}),
        "sign_up": lambda it: post("/users/verify-email", json={"token": it}),
        "email": lambda it: post("/auth/confirm-email", json={"token": it}),
        "step": lambda it: post("/auth/sign-in/second-factor", json={"token": it, "code": "1"}),
        "bearer": lambda it: people.me({"access_token": it}),
        "password": lambda it: people.sign_in(password=it),
    }
    meant = {"bearer": {"access_token", "key"}}
    for place, use in places.items():
        for kind, token in tokens.items():
            if kind not in meant.get(place, {place}):
                assert use(token).status_code in {401, 422}, (place, kind)
    assert people.me(ada).status_code == 200


@pytest.mark.parametrize(
    "key",
    ["keel_key_", "keel_key_" + "A" * 43, "keel_key_" + "A" * 100_00, "keel_key_ä", "KEEL_KEY_x"],
)
def test_what_is_no_key_opens_nothing(people: People, key: str) -> None:
    sent = {"Authorization": f"Bearer {key}".encode()}
    refused = people.client.get("/users/me", headers=sent)
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert key not in refused.text


def test_a_reset_password_revokes_keys_and_another_one_does_not(
    people: People, ada: Tokens
) -> None:
    key, other = key_of(people, ada), f"{PASSWORD}-again"
    body = {"current_password": PASSWORD, "new_password": other}
    assert people.call("POST", "/auth/change-password", ada, body).status_code == 204
    assert people.me(key).status_code == 200
    people.client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    body = {"token": people.token(), "new_password": PASSWORD}
    assert people.client.post("/auth/reset-password", json=body).status_code == 204
    assert people.me(key).status_code == 401
    assert people.stored("SELECT count(*) FROM auth_api_keys") == 0


def test_there_are_at_most_so_many(
    people: People, ada: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keel.auth.api_keys.managing.MOST", 1)
    key_of(people, ada)
    assert make(people, ada).status_code == 409


def test_the_audit_has_who_made_and_revoked_a_key_and_no_log_the_key(
    people: People, ada: Tokens, capfd: pytest.CaptureFixture[str]
) -> None:
    key = key_of(people, ada)
    people.me(key)
    people.call("DELETE", f"/auth/api-keys/{key['id']}", ada)
    told = "SELECT count(*) FROM audit_log WHERE subject = 'api_key' AND event LIKE 'api_key_%'"
    assert people.stored(told) == 2
    said = capfd.readouterr().err
    assert "api_key_revoked" in said
    assert key["access_token"] not in said


def test_the_docs_say_where_a_key_is_taken(people: People) -> None:
    document = people.app.openapi()
    assert document["components"]["securitySchemes"]["api key"]["scheme"] == "bearer"
    assert {"api key": []} in document["paths"]["/users/me"]["get"]["security"]
    for path, method in {"/auth/sessions": "get", "/auth/api-keys": "post"}.items():
        assert document["paths"][path][method]["security"] == [{"sign-in": []}]
