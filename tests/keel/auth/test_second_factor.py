"""A second factor: codes that are good once, few guesses, and no way around it."""

import time
from base64 import b32decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlparse

import pytest
from httpx2 import Response
from keel import create_app
from keel.auth.second_factor.totp import STEP_S, code_at, step_of
from people import PASSWORD, People, Tokens

AGAIN = "The first step is too long ago; sign in with your password again."

RFC_SECRET = b"12345678901234567890"
# RFC 6238 appendix B has eight digits; six of them are the last six.
VECTORS = {
    59: "287082",
    1111111109: "081804",
    1111111111: "050471",
    1234567890: "005924",
    2000000000: "279037",
    20000000000: "353130",
}


@dataclass
class Holder:
    """Ada, who has a second factor."""

    people: People
    tokens: Tokens
    secret: bytes = b""
    recovery_codes: list[str] = field(default_factory=list)

    def post(self, path: str, body: object) -> Response:
        return self.people.call("POST", f"/auth/second-factor{path}", self.tokens, body)

    def code(self, steps_from_now: int = 0) -> str:
        return code_at(self.secret, int(time.time() // STEP_S) + steps_from_now)

    def enrol(self) -> Response:
        answer = self.post("", {"current_password": PASSWORD})
        if answer.status_code == 200:
            secret = answer.json()["secret"]
            self.secret = b32decode(secret + "=" * (-len(secret) % 8))
        return answer

    def turn_on(self) -> "Holder":
        assert self.enrol().status_code == 200
        answer = self.post("/confirm", {"code": self.code()})
        assert answer.status_code == 200, answer.text
        self.recovery_codes = answer.json()["codes"]
        return self

    def first_step(self) -> str:
        refused = self.people.sign_in()
        assert refused.status_code == 403, refused.text
        token: str = refused.json()["token"]
        return token

    def finish(self, token: str, code: str) -> Response:
        return self.people.client.post(
            "/auth/sign-in/second-factor", json={"token": token, "code": code}
        )

    def forget_codes(self) -> None:
        """Let the codes of now be unused, as if time had passed."""
        self.people.execute("UPDATE auth_second_factors SET last_step = 0")


@pytest.fixture
def ada(people: People) -> Holder:
    return Holder(people, people.join())


@pytest.fixture
def holder(ada: Holder) -> Holder:
    holder = ada.turn_on()
    holder.forget_codes()
    return holder


@pytest.mark.parametrize("moment", VECTORS)
def test_codes_are_those_of_the_rfc(moment: int) -> None:
    assert code_at(RFC_SECRET, moment // STEP_S) == VECTORS[moment]


@pytest.mark.parametrize(
    ("seconds", "is_good"), [(-61, False), (-30, True), (30, True), (61, False)]
)
def test_a_clock_may_be_a_step_apart_and_no_more(seconds: int, is_good: bool) -> None:  # noqa: FBT001
    moment = 1_234_567_890
    code = code_at(RFC_SECRET, (moment + seconds) // STEP_S)
    assert (step_of(RFC_SECRET, code, moment) is not None) == is_good


def test_an_app_is_given_a_secret_that_it_can_read(ada: Holder) -> None:
    answer = ada.enrol().json()
    uri = urlparse(answer["uri"])
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/People%3Aada%40example.com")
    assert parse_qs(uri.query) == {"secret": [answer["secret"]], "issuer": ["People"]}


def test_nothing_asks_for_codes_before_the_first_came(ada: Holder) -> None:
    ada.enrol()
    assert ada.people.sign_in().status_code == 200
    wrong = ada.post("/confirm", {"code": "000000" if ada.code() != "000000" else "000001"})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["field"] == "body.code"


@pytest.mark.parametrize("path", ["", "/recovery-codes", "/turn-off"])
def test_each_change_takes_the_password_again(holder: Holder, path: str) -> None:
    answer = holder.post(path, {"current_password": f"{PASSWORD}!"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "body.current_password"


def test_a_right_password_is_not_enough(holder: Holder) -> None:
    refused = holder.people.sign_in()
    assert refused.status_code == 403
    assert refused.headers["content-type"] == "application/problem+json"
    said = refused.json()
    assert said["type"] == "tag:keel,2026:second-factor-needed"
    assert said["expires_in"] == 300
    assert "access_token" not in said


def test_a_wrong_password_tells_of_no_second_factor(holder: Holder) -> None:
    wrong, unknown = (
        holder.people.sign_in(email, f"{PASSWORD}!")
        for email in ("ada@example.com", "nobody@example.com")
    )
    different = {"request_id"}
    assert wrong.status_code == unknown.status_code == 401
    assert {k: v for k, v in wrong.json().items() if k not in different} == {
        k: v for k, v in unknown.json().items() if k not in different
    }


def test_password_and_code_sign_in(holder: Holder) -> None:
    answer = holder.finish(holder.first_step(), holder.code())
    assert answer.status_code == 200
    assert holder.people.me(answer.json()).status_code == 200


def test_a_code_is_good_once(holder: Holder) -> None:
    code = holder.code()
    assert holder.finish(holder.first_step(), code).status_code == 200
    assert holder.finish(holder.first_step(), code).status_code == 401


def test_a_code_of_an_earlier_step_is_not_good_after_a_later_one(holder: Holder) -> None:
    assert holder.finish(holder.first_step(), holder.code(1)).status_code == 200
    assert holder.finish(holder.first_step(), holder.code()).status_code == 401


def test_a_code_is_good_once_of_many_at_once(holder: Holder) -> None:
    tokens, code = [holder.first_step() for _ in range(3)], holder.code()
    with ThreadPoolExecutor(len(tokens)) as pool:
        answers = list(pool.map(lambda token: holder.finish(token, code), tokens))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


def test_the_token_between_the_steps_is_good_once(holder: Holder) -> None:
    token = holder.first_step()
    assert holder.finish(token, holder.code()).status_code == 200
    holder.forget_codes()
    again = holder.finish(token, holder.code())
    assert (again.status_code, again.json()["detail"]) == (401, AGAIN)


def test_the_token_between_the_steps_ends_after_five_minutes(holder: Holder) -> None:
    token = holder.first_step()
    left = (
        "SELECT (julianday(expires_at) - julianday(created_at)) * 86400 FROM auth_tokens"
        if "sqlite" in str(holder.people.app.state.database.engine.url)
        else "SELECT extract(epoch FROM expires_at - created_at) FROM auth_tokens"
    )
    of_step = f"{left} WHERE purpose = 'second_factor'"
    assert holder.people.stored(of_step) == pytest.approx(300, abs=1)
    holder.people.execute("UPDATE auth_tokens SET expires_at = created_at")
    assert holder.finish(token, holder.code()).json()["detail"] == AGAIN


def test_the_token_between_the_steps_is_worth_nothing_elsewhere(holder: Holder) -> None:
    token, client = holder.first_step(), holder.people.client
    assert holder.people.me({"access_token": token}).status_code == 401
    assert holder.people.refresh({"refresh_token": token}).status_code == 401
    for path, body in {
        "/auth/reset-password": {"token": token, "new_password": f"{PASSWORD}-again"},
        "/auth/confirm-email": {"token": token},
        "/users/verify-email": {"token": token},
    }.items():
        assert client.post(path, json=body).status_code == 422
    assert holder.finish(token, holder.code()).status_code == 200


def other_tokens(holder: Holder) -> Iterator[str]:
    """Tokens of every other kind."""
    yield from (holder.tokens["access_token"], holder.tokens["refresh_token"])
    holder.people.client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    yield holder.people.token()
    holder.people.ask_to_sign_up("eve@example.com")
    yield holder.people.token()
    body = {"current_password": PASSWORD, "email": "countess@example.com"}
    holder.people.call("POST", "/auth/change-email", holder.tokens, body)
    yield holder.people.mails[-2].text.partition("#token=")[2].split()[0]


def test_no_other_token_is_a_first_step(holder: Holder) -> None:
    for token in other_tokens(holder):
        answer = holder.finish(token, holder.code())
        assert (answer.status_code, answer.json()["detail"]) == (401, AGAIN)


def test_wrong_codes_are_few_wherever_they_come_from(holder: Holder) -> None:
    token, right = holder.first_step(), holder.code()
    wrong = next(f"{n:06}" for n in range(10) if not step_of(holder.secret, f"{n:06}", time.time()))
    codes = [holder.finish(token, wrong).status_code for _ in range(6)]
    assert codes == [401] * 5 + [429]
    refused = holder.finish(token, right)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) <= 900
    # The owner is not locked out: a recovery code is no guess.
    assert holder.finish(token, holder.recovery_codes[0]).status_code == 200


@pytest.mark.parametrize(
    "code", ["\N{FULLWIDTH DIGIT ONE}23456", "-00001", "1e+5", "\N{SUPERSCRIPT TWO}3", "x" * 64]
)
def test_an_odd_code_is_a_wrong_one(holder: Holder, code: str) -> None:
    answer = holder.finish(holder.first_step(), code)
    assert answer.status_code == 401
    assert code not in answer.text


def test_a_recovery_code_is_good_once_however_it_is_typed(holder: Holder) -> None:
    typed = holder.recovery_codes[0].upper().replace("-", " ")
    assert holder.finish(holder.first_step(), typed).status_code == 200
    assert "9 are left" in holder.people.mails[-1].text
    assert holder.finish(holder.first_step(), holder.recovery_codes[0]).status_code == 401
    state = holder.people.call("GET", "/auth/second-factor", holder.tokens)
    assert state.json() == {"is_on": True, "recovery_codes_left": 9}


def test_new_recovery_codes_replace_the_old_ones(holder: Holder) -> None:
    renewed = holder.post("/recovery-codes", {"current_password": PASSWORD}).json()["codes"]
    assert len({*renewed, *holder.recovery_codes}) == 20
    assert holder.finish(holder.first_step(), holder.recovery_codes[1]).status_code == 401
    assert holder.finish(holder.first_step(), renewed[1]).status_code == 200


def test_turned_on_it_ends_the_other_sessions_and_tells_the_owner(ada: Holder) -> None:
    other = ada.people.sign_in().json()
    ada.turn_on()
    assert ada.people.me(other).status_code == 401
    assert ada.people.refresh(other).status_code == 401
    assert ada.people.me(ada.tokens).status_code == 200
    assert "asks you for a code" in ada.people.mails[-1].subject


def test_turned_off_the_password_is_enough_again(holder: Holder) -> None:
    waiting = holder.first_step()
    assert holder.post("/turn-off", {"current_password": PASSWORD}).status_code == 204
    assert "no code any more" in holder.people.mails[-1].subject
    assert holder.people.sign_in().status_code == 200
    assert holder.finish(waiting, holder.code()).status_code == 401
    assert holder.people.stored("SELECT count(*) FROM auth_recovery_codes") == 0
    assert holder.turn_on().first_step()


def test_it_is_turned_on_once(holder: Holder) -> None:
    assert holder.enrol().status_code == 409
    assert holder.post("/confirm", {"code": holder.code()}).status_code == 409


def test_a_reset_password_is_no_way_around_it(holder: Holder) -> None:
    other, waiting = f"{PASSWORD}-again", holder.first_step()
    holder.people.client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    body = {"token": holder.people.token(), "new_password": other}
    assert holder.people.client.post("/auth/reset-password", json=body).status_code == 204
    assert holder.people.sign_in(password=other).status_code == 403
    assert holder.finish(waiting, holder.code()).status_code == 401  # begun with the old one


def test_who_is_disabled_between_the_steps_stays_out(holder: Holder) -> None:
    token = holder.first_step()
    holder.people.execute("UPDATE users SET is_active = false")
    assert holder.finish(token, holder.code()).status_code == 401


def test_a_leaked_table_makes_no_codes(holder: Holder) -> None:
    seed = bytes.fromhex(holder.people.stored("SELECT seed FROM auth_second_factors"))
    assert holder.secret not in {seed, seed[:20]}
    hashes = holder.people.stored("SELECT min(code_hash) FROM auth_recovery_codes")
    assert hashes not in holder.recovery_codes


def test_the_audit_has_each_deed_and_no_code(
    holder: Holder, caplog: pytest.LogCaptureFixture
) -> None:
    token, code = holder.first_step(), holder.code()
    holder.finish(token, holder.recovery_codes[0])
    token = holder.first_step()
    holder.finish(token, code)
    holder.finish(holder.first_step(), code)
    holder.post("/turn-off", {"current_password": PASSWORD})
    events = ("second_factor_on", "recovery_code_used", "second_factor", "sign_in")
    counted = "SELECT count(*) FROM audit_log WHERE event = '{}'"
    told = [holder.people.stored(counted.format(event)) for event in events]
    assert told == [1, 1, 1, 3]
    assert holder.people.stored("SELECT count(*) FROM audit_log WHERE outcome = 'failure'") == 1
    logged = " ".join(str(record.__dict__) for record in caplog.records)
    for secret in (token, code, holder.recovery_codes[0]):
        assert secret not in logged


@pytest.mark.parametrize(
    ("methods", "named"),
    [([], "password"), (["second_factor"], "password"), (["password", "sms"], "sms")],
)
def test_an_app_with_other_methods_does_not_begin(
    people: People, methods: list[str], named: str
) -> None:
    state = people.app.state
    with pytest.raises(ValueError, match=named):
        create_app(
            state.settings,
            title="People",
            description="",
            version="1",
            routers=[],
            user=state.user,
            methods=methods,  # type: ignore[arg-type]
        )
