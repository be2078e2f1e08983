"""`SecondFactorTests`: codes that sign-in asks for."""

import time
from base64 import b32decode

import pytest
from fastapi import FastAPI

from keel.auth.second_factor.totp import STEP_S, code_at
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.people import EMAIL, PASSWORD, ask_to_sign_in, new_person, signed_in


class SecondFactorTests:
    """Tests of second factors; subclass it as `TestSecondFactor`."""

    def test_a_right_password_is_not_enough(self) -> None:
        self._turn_on()
        refused = self._ask_to_sign_in().must_be(403, "a code has to follow")
        refused.must_hold("access_token" not in refused.body, "no access token")

    def test_password_and_code_sign_in(self) -> None:
        self._turn_on()
        answer = self._finish(self._code(steps_from_now=1))
        visitor = signed_in(answer, self._callers.unknown)
        visitor.get(f"{self._auth}/sessions").must_be(200, "they signed in")

    def test_a_code_is_good_once(self) -> None:
        self._turn_on()
        code = self._code(steps_from_now=1)
        self._finish(code).must_be(200, "it is new")
        self._finish(code).must_be(401, "it was used")

    def test_a_recovery_code_is_good_once(self) -> None:
        code, *_ = self._turn_on()
        self._finish(code).must_be(200, "it stands for the app's")
        self._finish(code).must_be(401, "it was used")

    def test_an_access_token_is_no_first_step(self) -> None:
        self._turn_on()
        body = {"token": self._person.token, "code": self._code(steps_from_now=1)}
        answer = self._callers.unknown.post(f"{self._auth}/sign-in/second-factor", body)
        answer.must_be(401, "it is of another kind")

    def test_turning_it_off_takes_the_password(self) -> None:
        self._turn_on()
        url, wrong = f"{self._auth}/second-factor/turn-off", f"{PASSWORD}!"
        refused = self._person.post(url, {"current_password": wrong}).must_be(422, "it is wrong")
        refused.must_name("current_password")
        self._person.post(url, {"current_password": PASSWORD}).must_be(204, "it is theirs")
        self._ask_to_sign_in().must_be(200, "the password is enough again")

    @pytest.fixture(autouse=True)
    def _know_a_person(self, app: FastAPI, callers: Callers) -> None:
        self._prefix: str = app.state.prefix
        self._auth = f"{self._prefix}/auth"
        self._callers = callers
        self._person = new_person(callers)

    def _turn_on(self) -> list[str]:
        """Turn it on with the code of now; returns the recovery codes."""
        url = f"{self._auth}/second-factor"
        asked = self._person.post(url, {"current_password": PASSWORD})
        secret: str = asked.must_be(200, "the password is right").body["secret"]
        self._secret = b32decode(secret + "=" * (-len(secret) % 8))
        confirmed = self._person.post(f"{url}/confirm", {"code": self._code()})
        codes: list[str] = confirmed.must_be(200, "the code is right").body["codes"]
        return codes

    def _code(self, steps_from_now: int = 0) -> str:
        return code_at(self._secret, int(time.time() // STEP_S) + steps_from_now)

    def _ask_to_sign_in(self) -> Answer:
        return ask_to_sign_in(self._callers.unknown, self._prefix, EMAIL, PASSWORD)

    def _finish(self, code: str) -> Answer:
        """Sign in with the password, and then with a code."""
        token = self._ask_to_sign_in().must_be(403, "a code has to follow").body["token"]
        body = {"token": token, "code": code}
        return self._callers.unknown.post(f"{self._auth}/sign-in/second-factor", body)
