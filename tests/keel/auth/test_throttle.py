import asyncio

import pytest
from fastapi.testclient import TestClient
from keel.auth.throttle import LIMITS, WINDOW_S, Throttle, source_of
from keel.problems import TooManyRequests
from people import PASSWORD, People

PASSWORDS = LIMITS["password"]
WRONG = "a wrong password of mine"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    return Throttle(clock)


def _tries(throttle: Throttle, account: str, address: str, times: int = 1) -> int:
    """How many of so many tries are evaluated."""
    evaluated = 0
    for _ in range(times):
        try:
            asyncio.run(throttle.admit("password", account, address))
        except TooManyRequests:
            continue
        evaluated += 1
    return evaluated


@pytest.mark.parametrize("email", ["ada@example.com", "unknown@example.com"])
def test_the_eleventh_wrong_try_is_told_to_wait_whether_the_account_exists_or_not(
    people: People, email: str
) -> None:
    people.sign_up("ada@example.com")
    statuses = [people.sign_in(email, WRONG).status_code for _ in range(10)]
    assert statuses == [401] * 10
    refused = people.sign_in(email, PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= WINDOW_S


def test_another_spelling_of_the_email_is_no_other_account(people: People) -> None:
    spellings = [
        "ada@example.com",
        " Ada@Example.com",
        "A <ada@example.com>",
        "ada@\uff45xample.com",
    ]
    statuses = [people.sign_in(email, WRONG).status_code for email in spellings * 3]
    assert statuses == [401] * 10 + [429] * 2


def test_the_owner_elsewhere_is_never_locked_out(people: People) -> None:
    people.sign_up()
    for _ in range(11):
        people.sign_in(password=WRONG)
    assert people.sign_in().status_code == 429
    elsewhere = TestClient(people.app, client=("192.0.2.7", 1))
    elsewhere.portal = people.client.portal
    assert People(people.app, elsewhere).sign_in().status_code == 200


def test_guessing_the_present_password_of_a_stolen_session_is_throttled_too(
    people: People,
) -> None:
    tokens = people.join()
    body = {"current_password": WRONG, "new_password": "eight-loud-herons-fishing"}
    statuses = [
        people.call("POST", "/auth/change-password", tokens, body).status_code for _ in range(11)
    ]
    assert statuses == [422] * 10 + [429]


def test_asking_for_mails_is_throttled_whether_the_account_exists_or_not(people: People) -> None:
    people.sign_up()
    people.app.state.throttle.forget_all()
    for email in ("ada@example.com", "unknown@example.com"):
        statuses = [
            people.client.post("/auth/forgot-password", json={"email": email}).status_code
            for _ in range(6)
        ]
        assert statuses == [204] * 5 + [429]


def test_guessing_tokens_of_mails_is_throttled(people: People) -> None:
    body = {"token": "guessed", "new_password": PASSWORD}
    statuses = [
        people.client.post("/auth/reset-password", json=body).status_code for _ in range(51)
    ]
    assert statuses == [422] * 50 + [429]


def test_after_the_window_tries_count_anew(throttle: Throttle, clock: Clock) -> None:
    assert _tries(throttle, "ada", "192.0.2.1", 20) == PASSWORDS.per_account
    clock.now = WINDOW_S - 0.5
    with pytest.raises(TooManyRequests) as refusal:
        asyncio.run(throttle.admit("password", "ada", "192.0.2.1"))
    assert refusal.value.headers is not None
    assert refusal.value.headers["Retry-After"] == "1"
    clock.now = WINDOW_S
    assert _tries(throttle, "ada", "192.0.2.1", 20) == PASSWORDS.per_account


def test_one_address_does_not_try_one_password_on_every_account(throttle: Throttle) -> None:
    evaluated = sum(_tries(throttle, f"account {n}", "192.0.2.1") for n in range(1_000))
    assert evaluated == PASSWORDS.per_address


def test_a_right_try_forgives_the_wrong_ones_before_it(throttle: Throttle) -> None:
    for _ in range(50):
        assert _tries(throttle, "ada", "192.0.2.1", 2) == 2
        asyncio.run(throttle.forgive("password", "ada", "192.0.2.1"))
    assert _tries(throttle, "ada", "192.0.2.1", 20) == PASSWORDS.per_account


def test_signing_in_oneself_does_not_forgive_guesses_at_others(throttle: Throttle) -> None:
    for _ in range(50):
        _tries(throttle, "ada", "192.0.2.1")
        _tries(throttle, "mallory", "192.0.2.1")
        asyncio.run(throttle.forgive("password", "mallory", "192.0.2.1"))
    assert _tries(throttle, "ada", "192.0.2.1") == 0


def test_a_network_of_ipv6_is_one_source() -> None:
    assert source_of("2001:db8::1") == source_of("2001:db8::ffff:1") == "2001:db8::/64"
    assert source_of("2001:db8:0:1::1") != source_of("2001:db8::1")
    assert source_of("192.0.2.1") == "192.0.2.1"
    assert source_of("::ffff:192.0.2.1") != source_of("::ffff:192.0.2.2")
    assert source_of("testclient") == "testclient"


def test_memory_is_bounded_however_many_addresses_try(
    throttle: Throttle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keel.auth.throttle.MAX_KEYS", 50)
    for n in range(200):
        asyncio.run(throttle.admit("password", "ada", f"source {n}"))
    assert len(throttle._windows) == 50
