"""What stands around every request and every answer."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

Calling = Callable[..., TestClient]

PATHS = ["/things", "/nothing", "/things/first", "/sold", "/broken", "/health/live"]
PAGE = "https://app.example"


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in headers


def test_production_holds_browsers_to_https(calling: Calling) -> None:
    headers = calling(environment="production", secret_key=_random_key()).get("/things").headers
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


def test_each_request_gets_an_id_of_its_own(client: TestClient) -> None:
    ids = {client.get("/things").headers["x-request-id"] for _ in range(3)}
    assert len(ids) == 3


def test_a_sane_id_of_the_caller_is_kept(client: TestClient) -> None:
    answer = client.get("/nothing", headers={"X-Request-ID": "run-7.step_2"})
    assert answer.headers["x-request-id"] == "run-7.step_2"
    assert answer.json()["request_id"] == "run-7.step_2"


@pytest.mark.parametrize("id_", ["", "a b", "x" * 65, "<script>", "käse", "a\tb"])
def test_an_id_that_is_not_sane_is_replaced(client: TestClient, id_: str) -> None:
    answer = client.get("/things", headers={b"X-Request-ID": id_.encode()})
    assert answer.status_code == 200
    assert answer.headers["x-request-id"] != id_


@pytest.mark.parametrize("path", ["/things", "/things/1", "/nothing", "/broken"])
def test_head_answers_as_get_without_a_body(client: TestClient, path: str) -> None:
    get, head = client.get(path), client.head(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    assert head.headers.keys() == get.headers.keys()
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize(
    "headers", [[(f"x-{number}", "") for number in range(101)], [("x-long", "x" * 65_536)]]
)
def test_headers_that_are_too_many_or_too_long_are_refused(
    client: TestClient, headers: list[tuple[str, str]]
) -> None:
    answer = client.get("/things", headers=headers)
    assert answer.status_code == 431
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_address_is_exact(client: TestClient) -> None:
    assert client.get("/things/", follow_redirects=False).status_code == 404
    assert client.get("/health/live/", follow_redirects=False).status_code == 404


def preflight(client: TestClient, origin: str, method: str = "POST") -> tuple[int, str | None]:
    headers = {"Origin": origin, "Access-Control-Request-Method": method}
    answer = client.options("/things", headers=headers)
    return answer.status_code, answer.headers.get("access-control-allow-origin")


def test_pages_may_call_only_from_origins_that_are_named(calling: Calling) -> None:
    client = calling(cors_origins=[PAGE])
    assert preflight(client, PAGE) == (200, PAGE)
    assert preflight(client, "https://evil.example") == (400, None)
    assert preflight(client, PAGE, "TRACE")[0] == 400


def test_without_origins_no_page_may_call(client: TestClient) -> None:
    assert preflight(client, PAGE) == (405, None)


def test_a_refused_preflight_is_a_problem(calling: Calling) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
    answer = calling(cors_origins=[PAGE]).options("/things", headers=headers)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", PATHS)
def test_pages_may_read_every_answer_errors_included(calling: Calling, path: str) -> None:
    headers = calling(cors_origins=[PAGE]).get(path, headers={"Origin": PAGE}).headers
    assert headers["access-control-allow-origin"] == PAGE
    assert "X-Request-ID" in headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("api.example", 200),
        ("API.example:8000", 200),
        ("eu.api.example", 200),
        ("[::1]:8000", 200),
        ("evil.example", 400),
        ("api.example.evil", 400),
        ("evilapi.example", 400),
        ("", 400),
    ],
)
def test_only_trusted_hosts_are_answered_to(calling: Calling, host: str, status: int) -> None:
    client = calling(trusted_hosts=["api.example", "*.api.example", "[::1]"])
    assert client.get("/things", headers={"Host": host}).status_code == status


def test_a_probe_that_knows_only_an_address_is_answered(calling: Calling) -> None:
    client = calling(trusted_hosts=["api.example"])
    for path, status in {"/health/live": 200, "/things": 400, "/healthy": 400}.items():
        answer = client.get(path, headers={"Host": "10.2.3.4:8000"})
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("forwarded", "client_is"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("6.6.6.6, 203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, 10.1.1.1", "203.0.113.7"),
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:db8::7]:4711, 10.0.0.1", "2001:db8::7"),
        ("::ffff:10.1.1.1", "::ffff:10.1.1.1"),
        ("unknown", "unknown"),
        (" ,", "10.0.0.1"),
    ],
)
def test_a_trusted_proxy_says_who_asks(calling: Calling, forwarded: str, client_is: str) -> None:
    app = calling(trusted_proxies=["10.0.0.0/8"]).app
    client = TestClient(app, client=("10.0.0.1", 1))
    headers = {"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"}
    assert client.get("/client", headers=headers).json() == [client_is, "https"]


def test_a_line_that_the_caller_wrote_before_the_proxy_did_is_not_believed(
    calling: Calling,
) -> None:
    client = TestClient(calling(trusted_proxies=["10.0.0.0/8"]).app, client=("10.0.0.1", 1))
    headers = [("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "203.0.113.7")]
    assert client.get("/client", headers=headers).json()[0] == "203.0.113.7"


def test_nobody_else_is_believed(calling: Calling) -> None:
    headers = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}
    for trusted in ([], ["10.0.0.0/8"]):
        client = TestClient(calling(trusted_proxies=trusted).app, client=("192.0.2.1", 1))
        assert client.get("/client", headers=headers).json() == ["192.0.2.1", "http"]


def _random_key() -> str:
    return "".join(map(chr, range(40, 90)))
