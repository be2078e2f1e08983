"""Keys of access tokens: read from a file, published, followed by others without a gap."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from exemplar.users.models import User
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jose import SETTINGS
from joserfc import jws, jwt
from joserfc.jwk import KeySet
from keel import Settings, create_app
from keel.auth.keys import watched
from keel.auth.keys.__main__ import main
from keel.auth.keys.file import read_keys, write_keys
from keel.auth.keys.ring import KeyRing
from keel.auth.keys.rotate import rotated
from keel.auth.keys.signing_key import ALGORITHMS, BadKeyError, SigningKey
from keel.settings import SettingsError
from people import KEY, People

EXEMPLAR = Path(__file__).parents[3] / "exemplar"
DAY_S = 86_400


@pytest.fixture
def keys_file(tmp_path: Path) -> Path:
    return tmp_path / "signing-keys.json"


@pytest.fixture
def with_file(keys_file: Path, app: FastAPI, settings: Settings) -> FastAPI:
    """The app, with a file of one key."""
    assert main(["rotate", str(keys_file)]) == 0
    app.state.settings = settings.model_copy(update={"signing_keys_file": keys_file})
    return app


def _header(token: str) -> dict[str, Any]:
    return jws.extract_compact(token.encode()).headers()


def test_tokens_are_signed_by_an_asymmetric_key_that_follows_from_the_secret(
    people: People,
) -> None:
    header = _header(people.join()["access_token"])
    assert header["alg"] == "Ed25519"
    assert header["kid"] == people.client.get("/.well-known/jwks.json").json()["keys"][0]["kid"]


def test_whoever_has_the_published_keys_can_verify_a_token_and_sign_none(people: People) -> None:
    answer = people.client.get("/.well-known/jwks.json")
    assert answer.headers["cache-control"] == "public, max-age=300"
    published = answer.json()
    assert not {"d", "k"} & {name for key in published["keys"] for name in key}
    keys = KeySet.import_key_set(published)
    token = jwt.decode(people.join()["access_token"], keys, algorithms=["Ed25519"])
    assert token.claims["iss"] == "keel.auth"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_keys_of_each_kind_sign_and_verify(
    algorithm: str, with_file: FastAPI, keys_file: Path
) -> None:
    keys_file.unlink()
    assert main(["rotate", str(keys_file), "--algorithm", algorithm]) == 0
    with TestClient(with_file) as client:
        people = People(with_file, client)
        tokens = people.join()
        assert _header(tokens["access_token"])["alg"] == algorithm
        assert people.me(tokens).status_code == 200
        published = client.get("/.well-known/jwks.json").json()["keys"]
    assert [key["alg"] for key in published] == [algorithm] * (algorithm != "HS256")


def test_a_key_follows_another_under_requests_and_nobody_notices(
    with_file: FastAPI, keys_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "LOOK_EVERY_S", 0.05)
    with TestClient(with_file) as client:
        people = People(with_file, client)
        tokens = [people.join()]
        assert main(["rotate", str(keys_file), "--notice", "2"]) == 0
        seen, published = {_header(tokens[0]["access_token"])["kid"]}, 0
        until = time.monotonic() + 4
        while time.monotonic() < until:
            tokens.append(people.refresh(tokens[-1]).json())
            seen.add(_header(tokens[-1]["access_token"])["kid"])
            assert people.me(tokens[-1]).status_code == 200
            assert people.me(tokens[0]).status_code == 200
            published = len(client.get("/.well-known/jwks.json").json()["keys"])
            time.sleep(0.05)
    assert len(seen) == published == 2


def test_a_key_that_is_taken_out_of_the_file_is_worth_nothing_within_a_second(
    with_file: FastAPI, keys_file: Path
) -> None:
    with TestClient(with_file) as client:
        people = People(with_file, client)
        tokens = people.join()
        assert people.me(tokens).status_code == 200
        write_keys(keys_file, [SigningKey.new("Ed25519")])
        time.sleep(1)
        assert people.me(tokens).status_code == 401
        assert people.me(people.refresh(tokens).json()).status_code == 200


def test_a_file_that_was_spoiled_changes_nothing_for_who_runs(
    with_file: FastAPI, keys_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with TestClient(with_file) as client:
        people = People(with_file, client)
        tokens = people.join()
        keys_file.write_text("{")
        time.sleep(1)
        assert people.me(tokens).status_code == 200
    assert "The signing keys stay as they were" in capfd.readouterr().err


def test_old_keys_end_once_the_longest_token_of_theirs_has() -> None:
    now = 1_000_000.0
    first = rotated([], "Ed25519", now)
    second = rotated(first, "ES256", now + 10, notice_s=60)
    ring = KeyRing(second)
    old, new = second
    assert ring.signing(now + 69) is old
    assert ring.signing(now + 70) is new
    assert ring.find(old.kid, now + 70 + DAY_S - 1) is old
    assert ring.find(old.kid, now + 70 + DAY_S + 1) is None
    assert [key.kid for key in rotated(second, "Ed25519", now + 2 * DAY_S)][:-1] == [new.kid]


def test_the_first_file_can_keep_what_the_secret_signed_good(
    app: FastAPI, keys_file: Path, settings: Settings
) -> None:
    with TestClient(app) as client:
        tokens = People(app, client).join()
    env = os.environ | {
        "DATABASE_URL": "sqlite://",
        "SECRET_KEY": KEY,
        "PYTHONPATH": str(EXEMPLAR),
    }
    command = [sys.executable, "-m", "keel.auth.keys", "rotate", str(keys_file)]
    subprocess.run([*command, "--app", "exemplar.main:app"], env=env, check=True)
    app.state.settings = settings.model_copy(update={"signing_keys_file": keys_file})
    with TestClient(app) as client:
        assert People(app, client).me(tokens).status_code == 200


def test_the_file_is_for_its_owner_alone(keys_file: Path) -> None:
    assert main(["rotate", str(keys_file)]) == 0
    assert keys_file.stat().st_mode & 0o777 == 0o600
    keys_file.chmod(0o644)
    with pytest.raises(BadKeyError, match="chmod 600"):
        read_keys(keys_file)


def test_the_command_says_what_is_wrong_and_changes_nothing(
    keys_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys_file.write_text('{"keys": 5}')
    keys_file.chmod(0o600)
    assert main(["rotate", str(keys_file)]) == 1
    assert "is not a JWK Set" in capsys.readouterr().err
    assert keys_file.read_text() == '{"keys": 5}'


P256 = SigningKey.new("ES256").private()
SOLD = SigningKey.new("Ed25519")
WEAK: dict[str, Any] = {
    "no key": {},
    "a public key": SOLD.public(),
    "RSA": {"kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "AQAB"},
    "another curve": P256 | {"crv": "P-521"},
    "a point off the curve": P256 | {"x": P256["y"]},
    "a short secret": {"kty": "oct", "k": "c2hvcnQ"},
    "an empty secret": {"kty": "oct", "k": ""},
    "another algorithm": P256 | {"alg": "HS256"},
    "a key for encryption": P256 | {"use": "enc"},
    "a key to verify with": P256 | {"key_ops": ["verify"]},
    "a name that is none": P256 | {"kid": ""},
    "a time that is none": P256 | {"nbf": "now"},
}


@pytest.mark.parametrize("members", WEAK.values(), ids=WEAK.keys())
def test_a_key_that_is_weak_or_for_another_use_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises(BadKeyError) as refused:
        SigningKey.read(members)
    for secret in (members.get("d"), members.get("k")):
        assert not secret or secret not in str(refused.value)


def test_two_keys_of_one_name_are_refused() -> None:
    key = SigningKey.new("Ed25519")
    with pytest.raises(BadKeyError, match="the same `kid`"):
        KeyRing([key, key])


BAD_FILES = {
    "missing": None,
    "empty": "",
    "no JSON": "secret",
    "no set": "[]",
    "no keys": '{"keys": []}',
    "one that signs later": json.dumps(
        {"keys": [SigningKey.new("Ed25519", time.time() + DAY_S).private()]}
    ),
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_backend_does_not_start_without_a_key_that_signs(
    content: str | None, keys_file: Path
) -> None:
    if content is not None:
        keys_file.write_text(content)
        keys_file.chmod(0o600)
    settings = SETTINGS.model_copy(update={"signing_keys_file": keys_file})
    with pytest.raises(SettingsError) as refused:
        create_app(settings, title="People", description="", version="1", routers=[], user=User)
    assert "SIGNING_KEYS_FILE: " in str(refused.value)
    assert "python -m keel.auth.keys rotate" in str(refused.value)
