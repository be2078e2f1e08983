"""Signatures and keys that others made to mislead verifiers, through our own.

None of them speaks for an account here; those that are right, of kinds that we know, are read.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jose import SETTINGS
from joserfc.jws import JWSRegistry
from joserfc.registry import HeaderParameter
from keel.auth.keys.ring import KeyRing
from keel.auth.keys.signing_key import ALGORITHMS, BadKeyError, SigningKey
from keel.auth.tokens.access import InvalidToken
from keel.auth.tokens.access_tokens import AccessTokens
from keel.auth.tokens.signature import payload_of

CORPORA = Path(os.environ.get("CORPORA", Path(__file__).parents[3] / "../shared/corpora"))
# Wrong for a padding that the file does not have: as it stands there, the signature is right.
LOST = {"invalidBase64Padding", "invalidBase64PaddingInPayload"}
# Right to a reader who skips what is no base64; ours takes nothing that RFC 7515 does not have.
STRICTER = {"InvalidCharacterInsertedInHeader", "InvalidCharacterInsertedInPayload"}
Vector = tuple[dict[str, Any], dict[str, Any]]


def _vectors(name: str) -> list[Vector]:
    """Each test of a file, with the group that has its keys."""
    path = CORPORA / "wycheproof" / name
    if not path.exists():
        reason = f"The corpora are not there: {path}. Set CORPORA to their folder."
        if os.environ.get("REQUIRE_CORPORA") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    groups = json.loads(path.read_text())["testGroups"]
    return [(group, vector) for group in groups for vector in group["tests"]]


@pytest.fixture(scope="module")
def signatures() -> list[Vector]:
    return _vectors("json_web_signature_test.json")


@pytest.fixture(scope="module")
def keys() -> list[Vector]:
    return _vectors("json_web_key_test.json")


class AnyType(JWSRegistry):
    """The form of their tokens, which have no type, and some of which have no key's name."""

    default_header_registry = {  # noqa: RUF012 - the parent's own attribute
        "alg": HeaderParameter("Algorithm", "str", required=True),
        "kid": HeaderParameter("Key", "str", required=True),
        "typ": HeaderParameter("Type", "str"),
    }


def test_no_vector_is_taken_for_a_token_of_ours_and_none_breaks_the_verifier(
    signatures: list[Vector], keys: list[Vector]
) -> None:
    tokens = AccessTokens(SETTINGS)
    assert len(signatures) > 100
    for _, vector in signatures + keys:
        with pytest.raises(InvalidToken):
            tokens.verify(_text(vector["jws"]))


def test_signatures_of_their_keys_are_right_where_they_say_so(
    signatures: list[Vector], keys: list[Vector]
) -> None:
    seen = {"valid": 0, "invalid": 0}
    for group, vector in signatures + keys:
        try:
            ring = KeyRing(list(_read(group)))
        except BadKeyError:
            assert vector["result"] == "invalid" or not _is_ours(group)
            continue
        if vector["comment"] in LOST | STRICTER:
            continue
        seen[vector["result"]] += 1
        assert _is_right(vector, ring) == (vector["result"] == "valid"), vector["comment"]
    assert seen["valid"] >= 3
    assert seen["invalid"] >= 50


def _read(group: dict[str, Any]) -> Iterator[SigningKey]:
    private = group.get("private", {})
    for members in private.get("keys", [private]):
        yield SigningKey.read(members)


def _is_ours(group: dict[str, Any]) -> bool:
    """Whether each key of a group is of a kind, and for a use, that we have."""
    private = group.get("private", {})
    return all(
        members.get("alg") in ALGORITHMS and members.get("kid")
        for members in private.get("keys", [private])
    )


def _is_right(vector: dict[str, Any], ring: KeyRing) -> bool:
    try:
        payload_of(_text(vector["jws"]), ring, AnyType(algorithms=ALGORITHMS))
    except Exception:  # noqa: BLE001 - of many kinds
        return False
    return True


def _text(jws: Any) -> str:
    return jws if isinstance(jws, str) else json.dumps(jws)
