"""Tokens that somebody made who may not: every one is a 401, and none a 500.

The families are those of the public literature on attacks against JSON Web Tokens; RFC 8725 section
2 lists most of them.
"""

import base64
import json
import time
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import HealthCheck, given
from hypothesis import settings as trial
from hypothesis import strategies as st
from jose import HEADER, KEY, NOW, SEED, SETTINGS, b64, claims, mac, signed, unsigned
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey
from keel.access import Caller
from keel.auth.keys.derive import derive_key
from keel.auth.tokens.access import InvalidToken
from keel.auth.tokens.access_tokens import AccessTokens
from people import KEY as SECRET
from people import People
from pydantic import SecretStr

OTHER = SETTINGS.model_copy(update={"secret_key": SecretStr("other" * 10)})
TOKENS = AccessTokens(SETTINGS)
CLAIMS = claims(exp=NOW + 86_400)  # forged, not old: whatever is refused is not refused for its age
CHECKED = [name for name in CLAIMS if name not in {"jti", "role"}]  # whose texts must be right

GOOD = signed(payload=CLAIMS)
HEAD, BODY, SIGNATURE = GOOD.split(".")
PUBLIC = KEY.material.as_dict(private=False)
PEM = OKPKey.import_key(PUBLIC).as_pem(private=False)
DER = OKPKey.import_key(PUBLIC).as_der(private=False)
RSA = RSAKey.import_key(rsa.generate_private_key(65_537, 2_048))
EC = ECKey.import_key(ec.generate_private_key(ec.SECP256R1()))
THEIRS = bytes(range(32))
THEIR_JWK = OKPKey.import_key(
    ed25519.Ed25519PrivateKey.from_private_bytes(THEIRS).public_key()
).as_dict()
OCT = OctKey.import_key(b"0" * 32).as_dict(private=True)
ORDER = 2**252 + 27742317777372353535851937790883648493  # of Ed25519's group, RFC 8032 section 5.1


def headed(**changed: Any) -> str:
    """A token of ours with another header, and a right signature over it."""
    return signed(HEADER | changed, CLAIMS)


def claimed(**changed: Any) -> str:
    """A token of ours with other claims, and a right signature over them."""
    return signed(payload=CLAIMS | changed)


def unheaded(name: str) -> str:
    return signed({said: value for said, value in HEADER.items() if said != name}, CLAIMS)


def unclaimed(name: str) -> str:
    return signed(payload={said: value for said, value in CLAIMS.items() if said != name})


def unsigned_as(alg: str) -> str:
    return f"{unsigned(HEADER | {'alg': alg}, CLAIMS)}."


def malleable() -> str:
    """The good token with the other signature that an inexact verifier takes: s + L."""
    raw = base64.urlsafe_b64decode(SIGNATURE + "==")
    s = int.from_bytes(raw[32:], "little") + ORDER
    return f"{HEAD}.{BODY}.{b64(raw[:32] + s.to_bytes(32, 'little'))}"


FORGED: dict[str, str] = {
    # no signature, or not this one
    **{f"alg {alg}": unsigned_as(alg) for alg in ("none", "None", "NONE", "nOnE", "")},
    "alg none, our signature": headed(alg="none"),
    "alg missing": unheaded("alg"),
    "alg null": headed(alg=None),
    "alg a list": headed(alg=["Ed25519"]),
    "alg an object": headed(alg={"Ed25519": 1}),
    "alg a number": headed(alg=256),
    "alg in lower case": headed(alg="ed25519"),
    "alg EdDSA": headed(alg="EdDSA"),
    "alg Ed448": headed(alg="Ed448"),
    "signature empty": f"{HEAD}.{BODY}.",
    "signature cut": GOOD[:-4],
    "signature of zeros": f"{HEAD}.{BODY}.{b64(bytes(64))}",
    "signature of the neutral point": f"{HEAD}.{BODY}.{b64(bytes([1, *bytes(63)]))}",
    "signature longer": GOOD + "AAAA",
    "signature malleated": malleable(),
    "signature in hex": f"{HEAD}.{BODY}.{base64.urlsafe_b64decode(SIGNATURE + '==').hex()}",
    "signature padded": GOOD + "==",
    "signature with stray last bits": GOOD[:-1] + chr(ord(GOOD[-1]) + 1),
    "claims changed": f"{HEAD}.{b64(json.dumps(CLAIMS | {'sub': str(uuid4())}))}.{SIGNATURE}",
    "role raised": f"{HEAD}.{b64(json.dumps(CLAIMS | {'role': 'admin'}))}.{SIGNATURE}",
    "header changed": f"{b64(json.dumps(HEADER | {'cty': ''}))}.{BODY}.{SIGNATURE}",
    "detached": f"{HEAD}..{SIGNATURE}",
    # another algorithm or key
    **{
        f"HS{size} with our public key as {name}": mac(
            HEADER | {"alg": f"HS{size}"}, secret, CLAIMS, f"sha{size}"
        )
        for size in (256, 384, 512)
        for name, secret in {
            "PEM": PEM,
            "DER": DER,
            "JWK": json.dumps(PUBLIC).encode(),
            "x": base64.urlsafe_b64decode(str(PUBLIC["x"]) + "="),
        }.items()
    },
    "RS256": jwt.encode(HEADER | {"alg": "RS256"}, CLAIMS, RSA),
    "PS256": jwt.encode(HEADER | {"alg": "PS256"}, CLAIMS, RSA, algorithms=["PS256"]),
    "ES256": jwt.encode(HEADER | {"alg": "ES256"}, CLAIMS, EC),
    "ES256 with the signature of nothing": f"{unsigned(HEADER | {'alg': 'ES256'}, CLAIMS)}."
    + b64(bytes(64)),
    "empty key": mac(HEADER | {"alg": "HS256"}, b"", CLAIMS),
    "key of another app": AccessTokens(OTHER).sign(
        Caller(uuid4(), "member", uuid4()), time.time() + 86_400
    )[0],
    "key of another app, our kid": signed(payload=CLAIMS, seed=derive_key(OTHER, "access token")),
    "the secret itself as key": mac(HEADER | {"alg": "HS256"}, SECRET.encode(), CLAIMS),
    "our seed as shared key": mac(HEADER | {"alg": "HS256"}, SEED, CLAIMS),
    "key of refresh tokens": signed(payload=CLAIMS, seed=derive_key(SETTINGS, "refresh token")),
    "guessed key": mac(HEADER | {"alg": "HS256"}, b"secret", CLAIMS),
    # a header that brings its own key, or wants one fetched
    "jwk": signed(HEADER | {"jwk": THEIR_JWK}, CLAIMS, THEIRS),
    "jwk, their kid": signed(HEADER | {"jwk": THEIR_JWK, "kid": "theirs"}, CLAIMS, THEIRS),
    "jwk of a shared key": mac(HEADER | {"alg": "HS256", "jwk": OCT}, b"0" * 32, CLAIMS),
    "jwk, our signature": headed(jwk=PUBLIC),
    "jku": signed(HEADER | {"jku": "https://evil.example/jwks.json"}, CLAIMS, THEIRS),
    "jku, our signature": headed(jku="https://evil.example/jwks.json"),
    "jku to this host": headed(jku="http://127.0.0.1:8000/.well-known/jwks.json"),
    "jku a file": headed(jku="file:///etc/passwd"),
    "x5u": headed(x5u="https://evil.example/cert.pem"),
    "x5c": headed(x5c=["MIIB"]),
    "x5t": headed(x5t="AAAA"),
    "x5t#S256": headed(**{"x5t#S256": "AAAA"}),
    "kid missing": unheaded("kid"),
    "kid of nobody": headed(kid="somebody"),
    "kid empty": headed(kid=""),
    "kid null": headed(kid=None),
    "kid a number": headed(kid=0),
    "kid a list": headed(kid=[KEY.kid]),
    "kid an object": headed(kid={"kid": KEY.kid}),
    "kid a path": mac(HEADER | {"alg": "HS256", "kid": "../../../dev/null"}, b"", CLAIMS),
    "kid a path, NUL": mac(HEADER | {"alg": "HS256", "kid": "../../dev/null"}, b"\0", CLAIMS),
    "kid SQL": mac(HEADER | {"alg": "HS256", "kid": "' UNION SELECT 'key' --"}, b"key", CLAIMS),
    "kid a URL": headed(kid="https://evil.example/key"),
    "kid a command": headed(kid="|whoami"),
    "kid NUL": headed(kid=f"{KEY.kid}\0"),
    "kid in another case": headed(kid=KEY.kid.swapcase()),
    "crit": headed(crit=["exp"], exp=CLAIMS["exp"]),
    "crit empty": headed(crit=[]),
    "crit unknown": headed(crit=["x"], x=1),
    "crit not a list": headed(crit="exp"),
    "b64 false": headed(b64=False, crit=["b64"]),
    "b64 false, not critical": headed(b64=False),
    "zip": headed(zip="DEF"),
    "cty JWT": headed(cty="JWT"),
    "nested": signed(HEADER | {"cty": "JWT"}, GOOD),
    "nested as text": signed(payload=json.dumps(GOOD)),
    "encrypted, it says": headed(enc="A256GCM"),
    # another kind of token
    "typ missing": unheaded("typ"),
    "typ JWT": headed(typ="JWT"),
    "typ refresh": headed(typ="rt+jwt"),
    "typ of an ID token": headed(typ="id+jwt"),
    "typ in upper case": headed(typ="AT+JWT"),
    "typ a media type": headed(typ="application/at+jwt"),
    "typ a list": headed(typ=["at+jwt"]),
    "typ null": headed(typ=None),
    # claims that are wrong or not there
    **{f"{name} missing": unclaimed(name) for name in CLAIMS},
    **{f"{name} null": claimed(**{name: None}) for name in CLAIMS},
    **{f"{name} a list": claimed(**{name: [1]}) for name in CLAIMS},
    **{f"{name} an object": claimed(**{name: {"a": 1}}) for name in CLAIMS},
    **{f"{name} true": claimed(**{name: True}) for name in CLAIMS},
    **{f"{name} empty": claimed(**{name: ""}) for name in CLAIMS},
    **{f"{name} with NUL": claimed(**{name: "a\0b"}) for name in CHECKED},
    **{f"{name} half a pair": claimed(**{name: "\ud800"}) for name in CHECKED},
    "iss of another": claimed(iss="https://evil.example"),
    "iss longer": claimed(iss="keel.auth.evil"),
    "aud of another": claimed(aud="other.api"),
    "aud only others": claimed(aud=["other.api", "keel.api2"]),
    "sub a number": claimed(sub=1),
    "sub no id": claimed(sub="ada@example.com"),
    "sub SQL": claimed(sub="1' OR '1'='1"),
    "sid no id": claimed(sid="1"),
    "tenant no id": claimed(tenant="1"),
    "tenant a list": claimed(tenant=[str(uuid4())]),
    "permissions a text": claimed(permissions=5),
    "permissions of numbers": claimed(permissions=[1]),
    # time
    "expired": claimed(exp=NOW - 60),
    "expired long ago": claimed(exp=0),
    "expires before time": claimed(exp=-(10**30)),
    "older than a token lives, whatever it says": claimed(iat=NOW - 90_000),
    "exp as text": claimed(exp=str(CLAIMS["exp"])),
    "exp NaN": signed(payload=json.dumps(CLAIMS).replace(str(CLAIMS["exp"]), "NaN")),
    "exp Infinity": signed(payload=json.dumps(CLAIMS).replace(str(CLAIMS["exp"]), "Infinity")),
    "exp 1e400": signed(payload=json.dumps(CLAIMS).replace(str(CLAIMS["exp"]), "1e400")),
    "not yet good": claimed(nbf=CLAIMS["exp"]),
    "nbf as text": claimed(nbf="now"),
    "issued in the future": claimed(iat=NOW + 3_600),
    # the same name twice: two readers could take it for two things
    "exp twice": signed(payload=json.dumps(CLAIMS)[:-1] + f', "exp": {CLAIMS["exp"]}}}'),
    "sub twice": signed(payload=json.dumps(CLAIMS)[:-1] + f', "sub": "{uuid4()}"}}'),
    "role twice": signed(payload=json.dumps(CLAIMS)[:-1] + ', "role": "admin"}'),
    "alg twice": signed(json.dumps(HEADER)[:-1] + ', "alg": "none"}', CLAIMS),
    "typ twice": signed(json.dumps(HEADER)[:-1] + ', "typ": "JWT"}', CLAIMS),
    "kid twice": signed(json.dumps(HEADER)[:-1] + ', "kid": "theirs"}', CLAIMS),
    # no token at all
    "one part": HEAD,
    "two parts": f"{HEAD}.{BODY}",
    "four parts": f"{GOOD}.{SIGNATURE}",
    "five parts": f"{GOOD}.{BODY}.{SIGNATURE}",
    "only dots": "..",
    "many dots": "." * 5_000,
    "leading dot": f".{GOOD}",
    "JSON form": json.dumps({"protected": HEAD, "payload": BODY, "signature": SIGNATURE}),
    "JSON form, general": json.dumps(
        {"payload": BODY, "signatures": [{"protected": HEAD, "signature": SIGNATURE}]}
    ),
    "header not JSON": signed("alg: Ed25519", CLAIMS),
    "header a list": signed(["alg", "typ", "kid"], CLAIMS),
    "header a string": signed('"alg typ kid"', CLAIMS),
    "header a number": signed("1", CLAIMS),
    "header null": signed("null", CLAIMS),
    "header empty": signed("", CLAIMS),
    "header deep": signed("[" * 370, CLAIMS),
    "header huge": headed(more="k" * 100_000),
    "header not UTF-8": ".".join([b64(bytes([255, 254])), BODY, SIGNATURE]),
    "claims not JSON": signed(payload="sub=1"),
    "claims not UTF-8": f"{HEAD}.{b64(bytes([255, 254]))}.{SIGNATURE}",
    "claims a list": signed(payload=[CLAIMS]),
    "claims a string": signed(payload='"sub"'),
    "claims null": signed(payload="null"),
    "claims empty": signed(payload=""),
    "claims deep": signed(payload="[" * 2_500),
    "claims huge": claimed(more="x" * 200_000),
    "claims a number too long": signed(
        payload=json.dumps(CLAIMS)[:-1] + ', "n": ' + "1" * 4_400 + "}"
    ),
    "not base64": "!!!.???.***",
    "standard base64": GOOD.replace("-", "+").replace("_", "/") + "+",
    "spaces inside": GOOD.replace(".", " . "),
    "line breaks inside": GOOD.replace(".", ".\n"),
    "NUL inside": GOOD.replace(".", ".\0"),
    "letters past ASCII": "é" + GOOD,
    "huge": "A" * 1_000_000,
}


def test_a_token_of_ours_is_good() -> None:
    access = TOKENS.verify(GOOD)
    said = (access.caller.id, access.caller.session_id, access.caller.role)
    assert said == (UUID(CLAIMS["sub"]), UUID(CLAIMS["sid"]), "member")


def test_a_token_that_is_good_once_is_good_again_until_it_ends() -> None:
    token, _ = TOKENS.sign(Caller(uuid4(), "member", uuid4()), time.time() - 10)
    with pytest.raises(InvalidToken):
        TOKENS.verify(token)
    assert TOKENS.verify(GOOD) is TOKENS.verify(GOOD)


def test_the_pack_is_large_enough() -> None:
    assert len(FORGED) >= 120


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED.keys())
def test_a_forged_token_is_refused(token: str) -> None:
    for _ in range(2):  # nothing of the first time is remembered
        with pytest.raises(InvalidToken):
            TOKENS.verify(token)


def test_a_forged_token_is_a_401_at_the_door(people: People) -> None:
    people.join()
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


@given(header=json_values, payload=json_values)
@trial(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_signed_is_a_token_of_ours_or_refused(header: object, payload: object) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.verify(signed(header, json.dumps(payload)))


@given(name=st.sampled_from([*CLAIMS, "nbf", "permissions", "tenant", "other"]), value=json_values)
@trial(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_claim_says_the_token_is_good_or_refused(name: str, value: object) -> None:
    try:
        TOKENS.verify(claimed(**{name: value}))
    except InvalidToken:
        return
    assert name in {"jti", "iat", "exp", "nbf", "role", "permissions", "tenant", "other"}


@given(st.text() | st.text(alphabet='aA0-_.=+/{}"\0\ud800', max_size=80))
def test_whatever_comes_as_a_token_is_refused(text: str) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.verify(text)
