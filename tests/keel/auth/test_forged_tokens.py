"""Tokens that somebody made who may not: every one is a 401, and none a 500."""

import base64
import hmac
import json
import time
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from hypothesis import HealthCheck, given
from hypothesis import settings as trial
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from keel import Settings
from keel.auth.access import Access, InvalidToken
from keel.auth.keys import derive_key
from keel.auth.tokens import AccessTokens
from people import KEY as SECRET
from people import People
from pydantic import SecretStr

SETTINGS = Settings(
    _env_file=None,
    environment="test",
    database_url="sqlite://",
    secret_key=SECRET,
)
OTHER = SETTINGS.model_copy(update={"secret_key": SecretStr("other" * 10)})
TOKENS = AccessTokens(SETTINGS)
KEY = derive_key(SETTINGS, "access token")
NOW = int(time.time())
LATER = NOW + 86_400  # after any run of the tests: else what is forged would only be too old
HEADER: dict[str, Any] = {"alg": "HS256", "typ": "at+jwt"}
CLAIMS: dict[str, Any] = {
    "iss": "keel.auth",
    "aud": "keel.api",
    "sub": str(uuid4()),
    "sid": str(uuid4()),
    "jti": str(uuid4()),
    "iat": NOW,
    "exp": LATER,
}
CHECKED = [name for name in CLAIMS if name != "jti"]  # what a token is called is up to its maker


def b64(raw: bytes | str) -> str:
    data = raw.encode() if isinstance(raw, str) else raw
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(
    header: object = HEADER, claims: object = CLAIMS, key: bytes = KEY, alg: str = "sha256"
) -> str:
    """A token with a right signature, whatever it says; text goes in as it is."""
    parts = [part if isinstance(part, str) else json.dumps(part) for part in (header, claims)]
    body = ".".join(b64(part) for part in parts)
    return f"{body}.{b64(hmac.digest(key, body.encode(), alg))}"


def without(name: str) -> dict[str, Any]:
    return {said: value for said, value in CLAIMS.items() if said != name}


GOOD = signed()
HEAD, BODY, SIGNATURE = GOOD.split(".")
RSA = RSAKey.import_key(rsa.generate_private_key(65_537, 2_048))
EC = ECKey.import_key(ec.generate_private_key(ec.SECP256R1()))
PUBLIC = RSA.as_pem(private=False)
JWK = OctKey.import_key(b"0" * 32).as_dict(private=True)

FORGED: dict[str, str] = {
    # no signature, or not this one
    "alg none": f"{b64(json.dumps({**HEADER, 'alg': 'none'}))}.{BODY}.",
    "alg None": f"{b64(json.dumps({**HEADER, 'alg': 'None'}))}.{BODY}.",
    "alg nOnE, our signature": signed({**HEADER, "alg": "nOnE"}),
    "alg empty": signed({**HEADER, "alg": ""}),
    "alg missing": signed({"typ": "at+jwt"}),
    "alg null": signed({**HEADER, "alg": None}),
    "alg a list": signed({**HEADER, "alg": ["HS256"]}),
    "alg an object": signed({**HEADER, "alg": {"HS256": 1}}),
    "alg a number": signed({**HEADER, "alg": 256}),
    "alg in lower case": signed({**HEADER, "alg": "hs256"}),
    "signature empty": f"{HEAD}.{BODY}.",
    "signature cut": GOOD[:-4],
    "signature of zeros": f"{HEAD}.{BODY}.{b64(bytes(32))}",
    "signature longer": GOOD + "AAAA",
    "signature in hex": f"{HEAD}.{BODY}.{base64.urlsafe_b64decode(SIGNATURE + '=').hex()}",
    "signature padded": GOOD + "=",
    "signature with stray last bits": GOOD[:-1] + chr(ord(GOOD[-1]) + 1),
    "claims changed": f"{HEAD}.{b64(json.dumps({**CLAIMS, 'sub': str(uuid4())}))}.{SIGNATURE}",
    "header changed": f"{b64(json.dumps({**HEADER, 'cty': ''}))}.{BODY}.{SIGNATURE}",
    # another algorithm or key
    "HS384": signed({**HEADER, "alg": "HS384"}, alg="sha384"),
    "HS512": signed({**HEADER, "alg": "HS512"}, alg="sha512"),
    "HS256 said, HS512 done": signed(alg="sha512"),
    "RS256": jwt.encode({**HEADER, "alg": "RS256"}, CLAIMS, RSA),
    "ES256": jwt.encode({**HEADER, "alg": "ES256"}, CLAIMS, EC),
    "HS256 with a public key": signed(key=PUBLIC),
    "empty key": signed(key=b""),
    "key of another app": AccessTokens(OTHER).sign(Access(uuid4(), uuid4())),
    "the secret itself as key": signed(key=SECRET.encode()),
    "key of refresh tokens": signed(key=derive_key(SETTINGS, "refresh token")),
    "guessed key": signed(key=b"secret"),
    # a header that brings its own key, or wants one fetched
    "embedded jwk": signed({**HEADER, "jwk": JWK}, key=b"0" * 32),
    "embedded jwk, our signature": signed({**HEADER, "jwk": JWK}),
    "jku": signed({**HEADER, "jku": "https://evil.example/jwks.json"}),
    "x5u": signed({**HEADER, "x5u": "https://evil.example/cert.pem"}),
    "x5c": signed({**HEADER, "x5c": ["MIIB"]}),
    "x5t": signed({**HEADER, "x5t": "AAAA"}),
    "kid a path": signed({**HEADER, "kid": "../../dev/null"}, key=b"\0"),
    "kid SQL": signed({**HEADER, "kid": "' UNION SELECT 'key' --"}, key=b"key"),
    "kid a URL": signed({**HEADER, "kid": "https://evil.example/key"}),
    "kid a command": signed({**HEADER, "kid": "|whoami"}),
    "kid NUL": signed({**HEADER, "kid": "a\0b"}),
    "crit": signed({**HEADER, "crit": ["exp"], "exp": LATER}),
    "crit empty": signed({**HEADER, "crit": []}),
    "crit unknown": signed({**HEADER, "crit": ["x"], "x": 1}),
    "b64 false": signed({**HEADER, "b64": False, "crit": ["b64"]}),
    "zip": signed({**HEADER, "zip": "DEF"}),
    "cty JWT": signed({**HEADER, "cty": "JWT"}, json.dumps(GOOD)),
    "encrypted, it says": signed({**HEADER, "enc": "A256GCM"}),
    # another kind of token
    "typ missing": signed({"alg": "HS256"}),
    "typ JWT": signed({**HEADER, "typ": "JWT"}),
    "typ refresh": signed({**HEADER, "typ": "rt+jwt"}),
    "typ in upper case": signed({**HEADER, "typ": "AT+JWT"}),
    "typ a list": signed({**HEADER, "typ": ["at+jwt"]}),
    "typ null": signed({**HEADER, "typ": None}),
    # claims that are wrong or not there
    **{f"{name} missing": signed(claims=without(name)) for name in CLAIMS},
    **{f"{name} null": signed(claims={**CLAIMS, name: None}) for name in CLAIMS},
    **{f"{name} a list": signed(claims={**CLAIMS, name: [1]}) for name in CLAIMS},
    **{f"{name} an object": signed(claims={**CLAIMS, name: {"a": 1}}) for name in CLAIMS},
    **{f"{name} true": signed(claims={**CLAIMS, name: True}) for name in CLAIMS},
    **{f"{name} empty": signed(claims={**CLAIMS, name: ""}) for name in CLAIMS},
    **{f"{name} with NUL": signed(claims={**CLAIMS, name: "a\0b"}) for name in CHECKED},
    **{f"{name} half a pair": signed(claims={**CLAIMS, name: "\ud800"}) for name in CHECKED},
    "iss of another": signed(claims={**CLAIMS, "iss": "https://evil.example"}),
    "iss longer": signed(claims={**CLAIMS, "iss": "keel.auth.evil"}),
    "aud of another": signed(claims={**CLAIMS, "aud": "other.api"}),
    "aud only others": signed(claims={**CLAIMS, "aud": ["other.api", "keel.api2"]}),
    "sub a number": signed(claims={**CLAIMS, "sub": 1}),
    "sub no id": signed(claims={**CLAIMS, "sub": "ada@example.com"}),
    "sub SQL": signed(claims={**CLAIMS, "sub": "1' OR '1'='1"}),
    "sid no id": signed(claims={**CLAIMS, "sid": "1"}),
    # time
    "expired": signed(claims={**CLAIMS, "exp": NOW - 60}),
    "expired long ago": signed(claims={**CLAIMS, "exp": 0}),
    "expires before time": signed(claims={**CLAIMS, "exp": -(10**30)}),
    "exp as text": signed(claims={**CLAIMS, "exp": str(LATER)}),
    "exp NaN": signed(claims=json.dumps(CLAIMS).replace(str(LATER), "NaN")),
    "exp Infinity": signed(claims=json.dumps(CLAIMS).replace(str(LATER), "Infinity")),
    "exp 1e400": signed(claims=json.dumps(CLAIMS).replace(str(LATER), "1e400")),
    "not yet good": signed(claims={**CLAIMS, "nbf": LATER}),
    "nbf as text": signed(claims={**CLAIMS, "nbf": "now"}),
    "issued in the future": signed(claims={**CLAIMS, "iat": LATER}),
    # the same name twice: the last one counts, for us and for whoever signed
    "exp twice": signed(claims=json.dumps(CLAIMS)[:-1] + f', "exp": {NOW - 60}}}'),
    "alg twice": signed('{"alg":"HS256","typ":"at+jwt","alg":"none"}'),
    "typ twice": signed('{"alg":"HS256","typ":"at+jwt","typ":"JWT"}'),
    # no token at all
    "one part": HEAD,
    "two parts": f"{HEAD}.{BODY}",
    "four parts": f"{GOOD}.{SIGNATURE}",
    "five parts": f"{GOOD}.{BODY}.{SIGNATURE}",
    "only dots": "..",
    "many dots": "." * 5_000,
    "leading dot": f".{GOOD}",
    "JSON form": json.dumps({"protected": HEAD, "payload": BODY, "signature": SIGNATURE}),
    "header not JSON": signed("alg: HS256"),
    "header a list": signed(["alg", "typ"]),
    "header a string": signed('"alg typ"'),
    "header a number": signed("1"),
    "header null": signed("null"),
    "header empty": signed(""),
    "header deep": signed("[" * 370),
    "header huge": signed({**HEADER, "kid": "k" * 100_000}),
    "header not UTF-8": ".".join([b64(bytes([255, 254])), BODY, SIGNATURE]),
    "claims not JSON": signed(claims="sub=1"),
    "claims a list": signed(claims=[CLAIMS]),
    "claims a string": signed(claims='"sub"'),
    "claims null": signed(claims="null"),
    "claims empty": signed(claims=""),
    "claims deep": signed(claims="[" * 700),
    "claims huge": signed(claims={**CLAIMS, "more": "x" * 200_000}),
    "claims a number too long": signed(claims={**CLAIMS, "exp": 0} | {"n": "1" * 900}),
    "not base64": "!!!.???.***",
    "standard base64": GOOD.replace("-", "+").replace("_", "/") + "+",
    "spaces inside": GOOD.replace(".", " . "),
    "line breaks inside": GOOD.replace(".", ".\n"),
    "NUL inside": GOOD.replace(".", ".\0"),
    "letters past ASCII": "é" + GOOD,
    "huge": "A" * 1_000_000,
}


def test_a_token_of_ours_is_good() -> None:
    assert TOKENS.verify(GOOD) == Access(UUID(CLAIMS["sub"]), UUID(CLAIMS["sid"]))


def test_the_pack_is_large_enough() -> None:
    assert len(FORGED) >= 120


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED.keys())
def test_a_forged_token_is_refused(token: str) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.verify(token)


def test_a_forged_token_is_a_401_at_the_door(people: People) -> None:
    people.sign_up()
    for name, token in FORGED.items():
        if len(token) > 60_000 or not token.isprintable() or not token.isascii():
            continue  # no HTTP client sends it
        answer = people.me({"access_token": token})
        assert answer.status_code == 401, name


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(header=json_values, claims=json_values)
@trial(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_signed_is_a_token_of_ours_or_refused(header: object, claims: object) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.verify(signed(header, json.dumps(claims)))


@given(name=st.sampled_from([*CLAIMS, "nbf", "other"]), value=json_values)
@trial(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_claim_says_the_token_is_good_or_refused(name: str, value: object) -> None:
    try:
        TOKENS.verify(signed(claims={**CLAIMS, name: value}))
    except InvalidToken:
        return
    assert name in {"jti", "iat", "exp", "nbf", "other"}


@given(st.text() | st.text(alphabet='aA0-_.=+/{}"\0\ud800', max_size=80))
def test_whatever_comes_as_a_token_is_refused(text: str) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.verify(text)
