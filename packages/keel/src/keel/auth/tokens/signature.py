"""Signatures of tokens: made and checked by a key of ours, whatever the token says of keys.

The header of a token has an algorithm, a type and the name of a key, and nothing else: no `jwk`,
`jku`, `x5u` or `crit` can point anywhere. The key says which algorithm is right.
Source: RFC 7515 section 5.2; RFC 8725 sections 3.1 (algorithms), 3.5 and 3.11 (explicit types).
"""

import time
from typing import Any

from joserfc import jws
from joserfc.registry import HeaderParameter

from keel.auth.keys.ring import KeyRing
from keel.auth.keys.signing_key import ALGORITHMS


class Form(jws.JWSRegistry):
    """The form of one kind of tokens.

    Args:
        type_: Their `typ`, which every one has.
    """

    max_header_length = 512
    max_payload_length = 4_096
    default_header_registry = {  # noqa: RUF012 - the parent's own attribute
        "alg": HeaderParameter("Algorithm", "str", required=True),
        "kid": HeaderParameter("Key", "str", required=True),
    }

    def __init__(self, type_: str) -> None:
        self.type = type_
        kind = HeaderParameter("Type", self._check_type, required=True)
        super().__init__({"typ": kind}, ALGORITHMS)

    def _check_type(self, value: object) -> None:
        if value != self.type:
            raise ValueError(f"must be {self.type}")


def sign(payload: bytes, keys: KeyRing, form: Form) -> str:
    """A token, signed by the key that signs now.

    Raises:
        LookupError: None does.
    """
    key = keys.signing(time.time())
    if key is None:
        raise LookupError("no key signs now")
    header = {"alg": key.algorithm, "typ": form.type, "kid": key.kid}
    return jws.serialize_compact(header, payload, key.material, registry=form)


def payload_of(token: str, keys: KeyRing, form: jws.JWSRegistry) -> bytes:
    """What a token says, once it is sure that we signed it.

    Raises:
        Exception: It is not; of which kind is up to the parsers of a stranger's bytes.
    """

    def right_key(signed: Any) -> Any:
        header = signed.headers()
        key = keys.find(header["kid"], time.time())
        if key is None or key.algorithm != header["alg"]:
            raise LookupError("no key of ours signs so")
        return key.material

    return jws.deserialize_compact(token, right_key, registry=form).payload or b""
