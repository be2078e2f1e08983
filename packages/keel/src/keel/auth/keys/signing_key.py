"""One key that signs access tokens; what is weak, public or for another use is refused.

A key has one algorithm, which its kind says and never a token (RFC 8725 section 3.1).
Source: RFC 7517 section 4 (members of a JWK); RFC 7638 (the thumbprint that names a key);
RFC 9864 section 2.2 (`Ed25519`, which takes the place of `EdDSA`); RFC 7518 section 3.
"""

import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jwk
from joserfc.errors import JoseError

ALGORITHMS = ("Ed25519", "ES256", "HS256")
LONGEST_KID = 128
SECRET_BYTES = 32  # RFC 7518 section 3.2: no shorter than what the hash gives

# By the type and the curve of a key: the names of its algorithm, ours first.
_NAMES = {
    ("OKP", "Ed25519"): ("Ed25519", "EdDSA"),
    ("EC", "P-256"): ("ES256",),
    ("oct", None): ("HS256",),
}
_PARTS = ("kty", "crv", "x", "y", "d", "k")


class BadKeyError(ValueError):
    """What was read is no key that may sign here; says why, and shows nothing of it."""


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """A key, and when it is good.

    Attributes:
        kid: Names it in the header of each token that it signed.
        algorithm: The one that it is for, of `ALGORITHMS`.
        material: The key, with its secret part.
        signs_from: Unix time from which it signs; it verifies before.
        ends_at: Unix time from which what it signed is worth nothing.
    """

    kid: str
    algorithm: str
    material: jwk.Key
    signs_from: float = 0.0
    ends_at: float = math.inf

    @classmethod
    def of_seed(cls, seed: bytes) -> "SigningKey":
        """The Ed25519 key of 32 secret bytes, whichever they are (RFC 8032 section 5.1.5)."""
        private = Ed25519PrivateKey.from_private_bytes(seed)
        return cls.read(jwk.OKPKey.import_key(private).as_dict(private=True))

    @classmethod
    def new(cls, algorithm: str, signs_from: float = 0.0) -> "SigningKey":
        """A key from the system's random source."""
        made: dict[str, Any] = {"nbf": signs_from}
        match algorithm:
            case "Ed25519":
                made |= jwk.OKPKey.generate_key("Ed25519").as_dict(private=True)
            case "ES256":
                made |= jwk.ECKey.generate_key("P-256").as_dict(private=True)
            case _:
                made |= {"kty": "oct", "k": secrets.token_urlsafe(SECRET_BYTES)}
        return cls.read(made)

    @classmethod
    def read(cls, members: Mapping[str, Any]) -> "SigningKey":
        """A private key in the form of a JWK; `nbf` and `exp` say from when until when.

        Raises:
            BadKeyError: It is malformed, public, weak, or not for signing.
        """
        algorithm = _algorithm_of(members)
        if algorithm == "HS256":
            _refuse_short(members.get("k", ""))
        kept = {name: members[name] for name in _PARTS if name in members}
        try:
            material = jwk.import_key({**kept, "use": "sig", "alg": algorithm})
        except (JoseError, ValueError, TypeError) as error:
            raise BadKeyError("It is malformed.") from error
        if not material.is_private:
            raise BadKeyError("It is a public key; signing needs the private one.")
        kid = members.get("kid", material.thumbprint())
        if not isinstance(kid, str) or not 0 < len(kid) <= LONGEST_KID:
            raise BadKeyError(f"Its `kid` is not a text of 1 to {LONGEST_KID} characters.")
        return cls(kid, algorithm, material, _moment(members, "nbf", 0), _moment(members, "exp"))

    def public(self) -> dict[str, Any]:
        """What strangers may know of it: all that verifies, and nothing that signs."""
        return {**self.material.as_dict(private=False), "kid": self.kid}

    def private(self) -> dict[str, Any]:
        """The whole key, as `read` takes it."""
        ends = {} if self.ends_at == math.inf else {"exp": int(self.ends_at)}
        whole = self.material.as_dict(private=True)
        return {**whole, "kid": self.kid, "nbf": int(self.signs_from), **ends}

    @property
    def is_public(self) -> bool:
        """Whether it has a part that strangers may know."""
        return self.algorithm != "HS256"


def _algorithm_of(members: Mapping[str, Any]) -> str:
    names = _NAMES.get((members.get("kty", ""), members.get("crv")))
    if names is None:
        raise BadKeyError("It is not one of Ed25519, P-256 (for ES256) and oct (for HS256).")
    if members.get("alg", names[0]) not in names:
        raise BadKeyError(f"Its `alg` is not {names[0]}, as its kind asks for.")
    if members.get("use", "sig") != "sig" or "sign" not in members.get("key_ops", ["sign"]):
        raise BadKeyError("It is not for signing.")
    return names[0]


def _refuse_short(secret: object) -> None:
    if len(str(secret)) < math.ceil(SECRET_BYTES * 4 / 3):
        raise BadKeyError(f"It is shorter than {SECRET_BYTES} bytes.")


def _moment(members: Mapping[str, Any], name: str, unsaid: float = math.inf) -> float:
    moment = members.get(name, unsaid)
    if isinstance(moment, bool) or not isinstance(moment, (int, float)):
        raise BadKeyError(f"Its `{name}` is not a time in Unix seconds.")
    return float(moment)
