"""Client credentials: a key against a short token that may less, as OAuth 2.0 says it."""

import json
import time
from base64 import b64encode, urlsafe_b64decode, urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from authlib.integrations.requests_client import OAuth2Session
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from joserfc import jwt
from joserfc.jwk import KeySet
from keel import Settings, create_app
from keel.auth.api_keys.model import ApiKey
from keel.auth.methods import routers_of
from keel.data.types.clock import now
from keel.settings import SettingsError
from people import KEY, PASSWORD, People, Tokens
from sqlalchemy import update

from tests.serving import serving

ISSUER = "http://127.0.0.1:8000"
GRANT = "client_credentials"
TOPIC = {"name": "Gardening"}

Form = dict[str, str]


def key_of(people: People, tokens: Tokens, **said: object) -> Form:
    """A new key, as a client says who it is."""
    body = {"name": "report", "current_password": PASSWORD, **said}
    made = people.call("POST", "/auth/api-keys", tokens, body)
    assert made.status_code == 201, made.text
    return {"client_id": made.json()["id"], "client_secret": made.json()["key"]}


def ask(people: People, client: Form, **form: str) -> Response:
    """Ask for a token."""
    return people.client.post("/auth/token", data={**client, "grant_type": GRANT, **form})


def token_of(people: People, client: Form, **form: str) -> Tokens:
    got = ask(people, client, **form)
    assert got.status_code == 200, got.text
    tokens: Tokens = got.json()
    return tokens


def tell(people: People, what: str, client: Form, token: Tokens) -> Response:
    """Revoke a token, or ask about it."""
    return people.client.post(f"/auth/{what}", data={**client, "token": token["access_token"]})


def parts_of(token: Tokens) -> tuple[dict[str, Any], dict[str, Any]]:
    """The header and the claims of a token."""
    header, claims, _ = token["access_token"].split(".")
    return json.loads(urlsafe_b64decode(f"{header}==")), json.loads(
        urlsafe_b64decode(f"{claims}==")
    )


@pytest.fixture
def client_of_ada(people: People, ada: Tokens) -> Form:
    return key_of(people, ada)


@pytest.mark.parametrize("how", ["client_secret_basic", "client_secret_post"])
def test_a_client_of_another_library_gets_uses_asks_about_and_revokes_a_token(
    app: FastAPI, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # loopback
    with TestClient(app) as client:
        people = People(app, client)
        known = key_of(people, people.join())
    with serving(app) as server:
        at = f"http://127.0.0.1:{server.address[1]}"
        with OAuth2Session(**known, token_endpoint_auth_method=how) as session:
            _use(session, at)


def _use(session: OAuth2Session, at: str) -> None:
    """Find everything by the metadata, and use it as a program would."""
    found = session.get(f"{at}/.well-known/oauth-authorization-server", withhold_token=True).json()
    keys = session.get(found["jwks_uri"].replace(ISSUER, at), withhold_token=True).json()
    got = session.fetch_token(found["token_endpoint"].replace(ISSUER, at), grant_type=GRANT)
    signed = jwt.decode(got["access_token"], KeySet.import_key_set(keys), ["Ed25519"])
    assert signed.claims["iss"] == found["issuer"]
    assert session.get(f"{at}/users/me").json()["email"] == "ada@example.com"

    named = {"token": got["access_token"]}
    told = session.introspect_token(found["introspection_endpoint"].replace(ISSUER, at), **named)
    assert (told.json()["active"], told.json()["scope"]) == (True, "read")
    revoked = session.revoke_token(found["revocation_endpoint"].replace(ISSUER, at), **named)
    assert revoked.status_code == 200
    assert session.get(f"{at}/users/me").status_code == 401


def test_metadata_says_where_everything_is(people: People) -> None:
    answer = people.client.get("/.well-known/oauth-authorization-server", headers={"Host": "evil"})
    assert answer.json() == {
        "issuer": ISSUER,
        "token_endpoint": f"{ISSUER}/auth/token",
        "revocation_endpoint": f"{ISSUER}/auth/revoke",
        "introspection_endpoint": f"{ISSUER}/auth/introspect",
        "jwks_uri": f"{ISSUER}/.well-known/jwks.json",
        "scopes_supported": ["read", "write"],
        "response_types_supported": [],
        "grant_types_supported": [GRANT],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "introspection_endpoint_auth_methods_supported": [
            "client_secret_basic",
            "client_secret_post",
        ],
    }


def test_a_token_says_from_whom_for_whom_and_until_when(
    people: People, client_of_ada: Form
) -> None:
    got = token_of(people, client_of_ada)
    header, claims = parts_of(got)
    assert header["typ"] == "client+jwt"
    assert (claims["iss"], claims["aud"]) == (ISSUER, ISSUER)
    assert claims["sub"] == claims["client_id"] == client_of_ada["client_id"]
    assert claims["exp"] - claims["iat"] == int(got["expires_in"]) == 900
    assert claims["scope"] == got["scope"] == "read"


def test_a_token_is_not_kept_by_caches(people: People, client_of_ada: Form) -> None:
    assert ask(people, client_of_ada).headers["cache-control"] == "no-store"
    assert ask(people, client_of_ada, scope="x").headers["cache-control"] == "no-store"


def test_a_client_that_does_not_prove_who_it_is_gets_nothing(
    people: People, client_of_ada: Form, root: Tokens
) -> None:
    other = key_of(people, root)
    wrong: list[Form] = [
        {},
        {**client_of_ada, "client_secret": ""},
        {**client_of_ada, "client_secret": f"{client_of_ada['client_secret']}x"},
        {**client_of_ada, "client_id": other["client_id"]},
        {**client_of_ada, "client_id": "no id"},
    ]
    for what in ("token", "revoke", "introspect"):
        for client in wrong:
            form = {**client, "grant_type": GRANT, "token": "a"}
            refused = people.client.post(f"/auth/{what}", data=form)
            assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")
            assert refused.headers["content-type"] == "application/json"
            assert refused.headers["www-authenticate"] == 'Basic realm="client"'


@pytest.mark.parametrize(
    "header",
    [
        "Basic",
        "Basic !!!",
        "Basic YQ",
        "Basic /w==",
        f"Basic {b64encode(b'a:b').decode()}",
        "Digest",
    ],
)
def test_a_header_that_names_no_client_is_refused(people: People, header: str) -> None:
    form = {"grant_type": GRANT}
    refused = people.client.post("/auth/token", data=form, headers={"Authorization": header})
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")


def test_a_client_says_who_it_is_in_one_way(people: People, client_of_ada: Form) -> None:
    said = f"{client_of_ada['client_id']}:{client_of_ada['client_secret']}".encode()
    headers = {"Authorization": f"Basic {b64encode(said).decode()}"}
    form = {"grant_type": GRANT}
    assert people.client.post("/auth/token", data=form, headers=headers).status_code == 200
    twice = people.client.post("/auth/token", data=form | client_of_ada, headers=headers)
    assert (twice.status_code, twice.json()["error"]) == (400, "invalid_request")


@pytest.mark.parametrize("grant", ["password", "refresh_token", "authorization_code", "implicit"])
def test_no_other_grant_is_known(people: People, client_of_ada: Form, grant: str) -> None:
    refused = ask(people, client_of_ada, grant_type=grant)
    assert (refused.status_code, refused.json()["error"]) == (400, "unsupported_grant_type")


@pytest.mark.parametrize(
    "form", [{"grant_type": ""}, {"grant_type": "\0"}, {"scope": "\0"}, {"scope": "x" * 6_000}]
)
def test_what_a_form_lacks_is_said_in_the_words_of_oauth(
    people: People, client_of_ada: Form, form: Form
) -> None:
    refused = ask(people, client_of_ada, **form)
    assert refused.status_code == 400
    assert refused.json()["error"] in {"invalid_request", "unsupported_grant_type"}
    assert client_of_ada["client_secret"] not in refused.text


@pytest.mark.parametrize("what", ["token", "revoke", "introspect"])
def test_a_parameter_stands_once(people: People, client_of_ada: Form, what: str) -> None:
    form: dict[str, Any] = {**client_of_ada, "token": "a", "grant_type": [GRANT, GRANT]}
    refused = people.client.post(f"/auth/{what}", data=form)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_request")


def test_a_body_of_another_kind_is_refused(people: People, client_of_ada: Form) -> None:
    refused = people.client.post("/auth/token", json={**client_of_ada, "grant_type": GRANT})
    assert refused.status_code == 415


def test_a_token_has_the_part_of_the_scope_that_was_asked_for(people: People, root: Tokens) -> None:
    client = key_of(people, root, role="admin", access="write")
    whole = token_of(people, client)
    assert whole["scope"] == "read write"
    assert people.call("POST", "/topics", whole, TOPIC).status_code == 201
    part = token_of(people, client, scope="read")
    assert part["scope"] == "read"
    assert people.call("GET", "/users", part).status_code == 200
    assert people.call("POST", "/topics", part, {"name": "Frost"}).status_code == 403


@pytest.mark.parametrize("scope", ["write", "read write", "admin", "permission:refund", "READ"])
def test_a_token_has_no_scope_that_its_key_lacks(
    people: People, client_of_ada: Form, scope: str
) -> None:
    refused = ask(people, client_of_ada, scope=scope)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_scope")


def test_a_token_of_one_kind_is_worth_nothing_as_another(
    people: People, ada: Tokens, client_of_ada: Form
) -> None:
    got = token_of(people, client_of_ada)
    assert people.call("POST", "/auth/sign-out", got).status_code == 403
    assert people.call("POST", "/auth/api-keys", got, {}).status_code == 403
    as_refresh = people.refresh({"refresh_token": got["access_token"]})
    assert as_refresh.status_code == 401
    for other in (ada, {"access_token": client_of_ada["client_secret"]}):
        assert tell(people, "introspect", client_of_ada, other).json() == {"active": False}
        assert tell(people, "revoke", client_of_ada, other).status_code == 200
        assert people.me(other).status_code == 200
    as_secret = {**client_of_ada, "client_secret": got["access_token"][:200]}
    assert ask(people, as_secret).status_code == 401


def forged(token: Tokens, header: dict[str, Any], claims: dict[str, Any]) -> Tokens:
    """The token with another header and other claims, and the signature of before."""
    said, meant = parts_of(token)
    signature = token["access_token"].rpartition(".")[2]
    parts = [
        urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in (said | header, meant | claims)
    ]
    return {"access_token": ".".join([*parts, signature])}


@pytest.mark.parametrize(
    ("header", "claims"),
    [
        ({"alg": "none"}, {}),
        ({"alg": "HS256"}, {}),
        ({"typ": "at+jwt"}, {}),
        ({"kid": "other"}, {}),
        ({"jku": "https://evil.example"}, {}),
        ({}, {"scope": "read write"}),
        ({}, {"exp": 9_999_999_999}),
    ],
)
def test_a_forged_token_is_refused(
    people: People, client_of_ada: Form, header: dict[str, Any], claims: dict[str, Any]
) -> None:
    bad = forged(token_of(people, client_of_ada), header, claims)
    assert people.me(bad).status_code == 401
    assert tell(people, "introspect", client_of_ada, bad).json() == {"active": False}


@pytest.mark.parametrize("token", ["e30.e30.e30", "W10.a.b", "=.a.b", "\u00ff.a", "e30", "." * 9])
def test_what_is_no_token_is_refused(people: People, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}".encode()}
    assert people.client.get("/users/me", headers=headers).status_code == 401


def test_a_token_of_another_issuer_is_refused(
    people: People, client_of_ada: Form, elsewhere: People
) -> None:
    token = token_of(people, client_of_ada)
    elsewhere.app.state.client_tokens.issuer = "https://other.example"
    assert elsewhere.me(token).status_code == 401


def test_a_revoked_token_is_refused_within_a_second_everywhere(
    people: People, client_of_ada: Form, elsewhere: People
) -> None:
    token, other = token_of(people, client_of_ada), token_of(people, client_of_ada)
    assert elsewhere.me(token).status_code == 200
    for _ in range(2):  # once more is no mistake: RFC 7009 section 2.2
        assert tell(people, "revoke", client_of_ada, token).status_code == 200
    assert people.me(token).status_code == 401
    assert tell(people, "introspect", client_of_ada, token).json() == {"active": False}
    time.sleep(1)
    assert elsewhere.me(token).status_code == 401
    assert elsewhere.me(other).status_code == 200
    events = people.stored("SELECT count(*) FROM audit_log WHERE event = 'client_token_revoked'")
    assert events == 2


def test_a_token_that_is_revoked_several_times_at_once_is_revoked(
    people: People, client_of_ada: Form
) -> None:
    token = token_of(people, client_of_ada)
    with ThreadPoolExecutor(4) as pool:
        tries = [pool.submit(tell, people, "revoke", client_of_ada, token) for _ in range(8)]
    assert [each.result().status_code for each in tries] == [200] * 8
    assert people.me(token).status_code == 401


def test_revoked_tokens_that_have_ended_are_cleared_out(
    people: People, client_of_ada: Form
) -> None:
    tell(people, "revoke", client_of_ada, token_of(people, client_of_ada))
    people.execute("UPDATE auth_revoked_tokens SET expires_at = '2020-01-01 00:00:00+00:00'")
    tell(people, "revoke", client_of_ada, token_of(people, client_of_ada))
    assert people.stored("SELECT count(*) FROM auth_revoked_tokens") == 1


def test_nobody_revokes_or_is_told_of_the_token_of_another(
    people: People, ada: Tokens, client_of_ada: Form, root: Tokens
) -> None:
    token = token_of(people, client_of_ada)
    stranger, sibling = key_of(people, root), key_of(people, ada)
    for other in (stranger, sibling):
        refused = tell(people, "revoke", other, token)
        assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")
    assert people.me(token).status_code == 200
    assert tell(people, "introspect", stranger, token).json() == {"active": False}
    assert tell(people, "introspect", sibling, token).json()["active"] is True


def test_introspection_tells_what_a_token_says(people: People, client_of_ada: Form) -> None:
    token = token_of(people, client_of_ada)
    told = tell(people, "introspect", client_of_ada, token).json()
    assert told == {"active": True, "token_type": "Bearer", **parts_of(token)[1]}


def test_a_token_ends_with_its_key(
    people: People, ada: Tokens, client_of_ada: Form, elsewhere: People
) -> None:
    token = token_of(people, client_of_ada)
    assert elsewhere.me(token).status_code == 200
    path = f"/auth/api-keys/{client_of_ada['client_id']}"
    assert people.call("DELETE", path, ada).status_code == 204
    assert people.me(token).status_code == 401
    assert ask(people, client_of_ada).status_code == 401
    time.sleep(1)
    assert elsewhere.me(token).status_code == 401


def test_a_token_lives_no_longer_than_its_key(people: People, client_of_ada: Form) -> None:
    soon = update(ApiKey).values(expires_at=now() + timedelta(seconds=60))
    people.in_database(lambda session: session.exec(soon))
    assert 0 < int(token_of(people, client_of_ada)["expires_in"]) <= 60


def test_a_role_that_its_owner_loses_is_lost_to_a_token(people: People, root: Tokens) -> None:
    people.join("other@example.com", "admin")
    token = token_of(people, key_of(people, root, role="admin"))
    assert people.call("GET", "/users", token).status_code == 200
    assert people.call("PATCH", people.path_of(root), root, {"role": "member"}).status_code == 200
    assert people.call("GET", "/users", token).status_code == 403


def test_production_says_where_its_tokens_are_from(app: FastAPI, settings: Settings) -> None:
    said: dict[str, Any] = {
        "_env_file": None,
        "environment": "production",
        "database_url": settings.database_url,
        "secret_key": KEY[::-1].replace("tset", "").replace("tests", ""),
        "smtp_host": "localhost",
        "mail_from": "a@example.com",
        "pages_url": "https://app.example.com",
    }
    made: dict[str, Any] = {"title": "A", "description": "B.", "version": "1", "routers": []}
    made |= {"user": app.state.user, "methods": app.state.methods}
    with pytest.raises(SettingsError, match=r"ISSUER_URL: .*ISSUER_URL=https://api\.example\.com"):
        create_app(Settings(**said), **made)
    create_app(Settings(**said, issuer_url="https://api.example.com"), **made)


@pytest.mark.parametrize(
    "url",
    ["api.example.com", "https://a.example/api", "https://a.example?b", "https://a.example#b"],
)
def test_an_issuer_is_an_origin(settings: Settings, url: str) -> None:
    with pytest.raises(SettingsError, match="ISSUER_URL"):
        Settings(_env_file=None, database_url=settings.database_url, secret_key=KEY, issuer_url=url)


def test_clients_need_keys() -> None:
    with pytest.raises(ValueError, match="`client_credentials` needs `api_key`"):
        routers_of(["password", "client_credentials"])


def test_the_document_tells_where_tokens_are_got_and_taken(people: People) -> None:
    document = people.app.openapi()
    flow = document["components"]["securitySchemes"]["client"]["flows"]["clientCredentials"]
    assert flow["tokenUrl"] == "/auth/token"
    assert {"client": []} in document["paths"]["/users/me"]["get"]["security"]
    assert {"client": []} not in document["paths"]["/auth/sign-out"]["post"]["security"]
