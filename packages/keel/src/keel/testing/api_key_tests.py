"""`ApiKeyTests`: keys that programs call with."""

import re
from typing import Any

import pytest
from fastapi import FastAPI

from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.endpoints import endpoints_of
from keel.testing.people import EMAIL, PASSWORD, new_person
from keel.testing.visitors import Visitor


class ApiKeyTests:
    """Tests of API keys; subclass it as `TestApiKeys`."""

    def test_a_key_calls_in_the_name_of_its_owner(self) -> None:
        answer = self._key().get(f"{self._prefix}/users/me").must_be(200, "the key is good")
        answer.must_hold(answer.body["email"] == EMAIL, f"the e-mail {EMAIL}")

    def test_a_key_takes_the_password(self) -> None:
        refused = self._make(current_password=f"{PASSWORD}!").must_be(422, "it is wrong")
        refused.must_name("current_password")

    def test_a_key_has_no_role_that_its_owner_lacks(self, app: FastAPI) -> None:
        for role in [*list(app.state.user.roles)[1:], "no role"]:
            self._make(role=role).must_be(422, f"{role} is not theirs").must_name("role")

    def test_a_revoked_key_opens_nothing(self) -> None:
        key = self._key()
        [listed] = self._person.get(self._url).must_be(200, "they are theirs").body
        self._person.delete(f"{self._url}/{listed['id']}").must_be(204, "it is theirs")
        key.get(f"{self._prefix}/users/me").must_be(401, "it was revoked")

    def test_no_key_is_let_in_where_a_person_is_meant(
        self, app: FastAPI, subtests: pytest.Subtests
    ) -> None:
        key = self._key(access="write")
        for endpoint in endpoints_of(app.routes):
            is_of_people = endpoint.path.startswith(f"{self._prefix}/auth/")
            if is_of_people and endpoint.rule is not None and endpoint.rule.known:
                with subtests.test(str(endpoint)):
                    path = re.sub(r"{\w+}", str(self._person.id), endpoint.path)
                    answer = key.send(endpoint.method, path, json={})
                    answer.must_be(403, "a key is no person")

    @pytest.fixture(autouse=True)
    def _know_a_person(self, app: FastAPI, callers: Callers) -> None:
        self._prefix: str = app.state.prefix
        self._url = f"{self._prefix}/auth/api-keys"
        self._person = new_person(callers)

    def _make(self, **said: Any) -> Answer:
        body = {"name": "a program", "current_password": PASSWORD, **said}
        return self._person.post(self._url, body)

    def _key(self, **said: Any) -> Visitor:
        """Who calls with a new key."""
        made = self._make(**said).must_be(201, "the password is right").body
        return Visitor("a program", self._person.client, self._person.caller, made["key"])
