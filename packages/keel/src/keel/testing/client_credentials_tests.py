"""`ClientCredentialsTests`: short tokens that programs get for their keys."""

import pytest
from fastapi import FastAPI

from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.people import EMAIL, PASSWORD, new_person
from keel.testing.visitors import Visitor


class ClientCredentialsTests:
    """Tests of client credentials; subclass it as `TestClientCredentials`."""

    def test_a_token_calls_in_the_name_of_its_keys_owner(self) -> None:
        answer = self._caller(self._token()).get(self._me).must_be(200, "the token is good")
        answer.must_hold(answer.body["email"] == EMAIL, f"the e-mail {EMAIL}")

    def test_a_token_takes_the_key_of_its_client(self) -> None:
        refused = self._send("token", client_secret="wrong", grant_type="client_credentials")  # noqa: S106 - a wrong one
        refused.must_be(401, "the key is wrong")
        refused.must_hold(refused.body["error"] == "invalid_client", "the error invalid_client")

    def test_a_token_has_no_scope_that_its_key_lacks(self) -> None:
        refused = self._send("token", grant_type="client_credentials", scope="write")
        refused.must_be(400, "the key only reads")
        refused.must_hold(refused.body["error"] == "invalid_scope", "the error invalid_scope")

    def test_a_revoked_token_opens_nothing(self) -> None:
        token = self._token()
        self._send("revoke", token=token).must_be(200, "it is the client's")
        self._caller(token).get(self._me).must_be(401, "it was revoked")
        told = self._send("introspect", token=token).must_be(200, "the client is known")
        told.must_hold(told.body == {"active": False}, "nothing but that it is not active")

    def test_a_token_ends_with_its_key(self) -> None:
        token = self._token()
        self._person.delete(f"{self._auth}/api-keys/{self._key['id']}").must_be(204, "it is theirs")
        self._caller(token).get(self._me).must_be(401, "its key was revoked")

    @pytest.fixture(autouse=True)
    def _know_a_client(self, app: FastAPI, callers: Callers) -> None:
        self._auth = f"{app.state.prefix}/auth"
        self._me = f"{app.state.prefix}/users/me"
        self._person = new_person(callers)
        body = {"name": "a program", "current_password": PASSWORD}
        made = self._person.post(f"{self._auth}/api-keys", body)
        self._key: dict[str, str] = made.must_be(201, "the password is right").body

    def _send(self, what: str, **form: str) -> Answer:
        said = {"client_id": self._key["id"], "client_secret": self._key["key"]} | form
        program = Visitor("a program", self._person.client)
        return program.send("POST", f"{self._auth}/{what}", data=said)

    def _token(self) -> str:
        got = self._send("token", grant_type="client_credentials").must_be(200, "the key is right")
        token: str = got.body["access_token"]
        return token

    def _caller(self, token: str) -> Visitor:
        """Who calls with a token."""
        return Visitor("a program", self._person.client, self._person.caller, token)
