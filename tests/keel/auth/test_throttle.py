import asyncio
import os
import secrets
import socket

import pytest
from fastapi.testclient import TestClient
from jose import SETTINGS
from keel import Settings
from keel.auth.throttling.limits import limits_of
from keel.auth.throttling.memory import MemoryWindows
from keel.auth.throttling.redis import RedisWindows
from keel.auth.throttling.source import source_of
from keel.auth.throttling.throttle import WINDOW_S, Throttle
from keel.problems import TooManyRequests
from keel.settings import SettingsError
from people import KEY, PASSWORD, People

LIMITS = limits_of(SETTINGS)
PASSWORDS = LIMITS["password"]
WRONG = "a wrong password of mine"
PATIENCE_S = 30.0
"""A busy machine is no Redis that does not answer."""


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    return Throttle(MemoryWindows(clock), LIMITS)


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
    people.app.state.throttle = Throttle(MemoryWindows(), LIMITS)
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
    monkeypatch.setattr("keel.auth.throttling.memory.MAX_KEYS", 50)
    for n in range(200):
        asyncio.run(throttle.admit("password", "ada", f"source {n}"))
    windows = throttle.windows
    assert isinstance(windows, MemoryWindows)
    assert len(windows) == 50


REDIS = "redis://127.0.0.1:6379/0"


@pytest.fixture
def redis_url() -> str:
    """A Redis that answers."""
    try:
        socket.create_connection(("127.0.0.1", 6379), timeout=1).close()
    except OSError:
        assert os.environ.get("REQUIRE_SERVICES") != "1", "no Redis on 127.0.0.1:6379"
        pytest.skip("no Redis on 127.0.0.1:6379")
    return REDIS


def test_several_processes_count_together_in_redis(redis_url: str) -> None:
    async def evaluated() -> int:
        processes = [Throttle(RedisWindows(redis_url, PATIENCE_S), LIMITS) for _ in range(3)]
        source = f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1"
        tries = [
            processes[number % 3].admit("password", f"account {number}", source)
            for number in range(300)
        ]
        outcomes = []
        for each in tries:  # one after the other: what many at once do is told by the count
            outcomes += await asyncio.gather(each, return_exceptions=True)
        with pytest.raises(TooManyRequests) as refused:
            await processes[0].admit("password", "one more", source)
        assert refused.value.headers is not None
        assert 0 < int(refused.value.headers["Retry-After"]) <= WINDOW_S
        await asyncio.gather(*(each.close() for each in processes))
        return outcomes.count(None)

    assert asyncio.run(evaluated()) == PASSWORDS.per_address


def test_in_redis_too_a_right_try_forgives_the_wrong_ones(redis_url: str) -> None:
    async def evaluated() -> int:
        throttle = Throttle(RedisWindows(redis_url, PATIENCE_S), LIMITS)
        source = f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1"
        for _ in range(30):
            await throttle.admit("password", "ada", source)
            await throttle.forgive("password", "ada", source)
        tries = [throttle.admit("password", "ada", source) for _ in range(20)]
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        await throttle.close()
        return outcomes.count(None)

    assert asyncio.run(evaluated()) == PASSWORDS.per_account


def test_without_redis_each_process_counts_by_itself_and_nobody_waits() -> None:
    async def evaluated() -> int:
        throttle = Throttle(RedisWindows("redis://127.0.0.1:1/0"), LIMITS)
        tries = [throttle.admit("password", "ada", "192.0.2.1") for _ in range(20)]
        return (await asyncio.gather(*tries, return_exceptions=True)).count(None)

    assert asyncio.run(evaluated()) == PASSWORDS.per_account


def test_a_throttle_may_be_tighter_and_not_looser() -> None:
    assert limits_of(SETTINGS.model_copy(update={"password_tries": 3}))["password"].per_account == 3
    for name in ("password_tries", "password_tries_per_address"):
        with pytest.raises(SettingsError, match=name.upper()):
            Settings(_env_file=None, database_url="sqlite://", secret_key=KEY, **{name: 101})
