"""Signatures that others made to mislead verifiers; none of them speaks for an account here."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from keel import Settings
from keel.auth.access import InvalidToken
from keel.auth.tokens import AccessTokens
from people import KEY

CORPORA = Path(os.environ.get("CORPORA", Path(__file__).parents[3] / "../shared/corpora"))
VECTORS = CORPORA / "wycheproof" / "json_web_signature_test.json"


@pytest.fixture(scope="module")
def vectors() -> list[dict[str, Any]]:
    if not VECTORS.exists():
        reason = f"The corpora are not there: {VECTORS}. Set CORPORA to their folder."
        if os.environ.get("REQUIRE_CORPORA") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    groups = json.loads(VECTORS.read_text())["testGroups"]
    return [vector for group in groups for vector in group["tests"]]


def test_no_vector_is_taken_for_a_token_of_ours_and_none_breaks_the_verifier(
    vectors: list[dict[str, Any]],
) -> None:
    tokens = AccessTokens(Settings(_env_file=None, database_url="sqlite://", secret_key=KEY))
    assert len(vectors) > 100
    for vector in vectors:
        with pytest.raises(InvalidToken):
            tokens.verify(_text(vector["jws"]))


def _text(jws: Any) -> str:
    return jws if isinstance(jws, str) else json.dumps(jws)
