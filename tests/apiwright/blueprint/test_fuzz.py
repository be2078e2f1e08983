"""Whatever is written: a blueprint, or mistakes that have a place."""

import json
import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from apiwright.blueprint.page.kinds import Either, Key, Kind, Many, Named, Record, Scalar
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.page.shape import BLUEPRINT, ENDPOINT, RESOURCE
from apiwright.blueprint.read import read_blueprint
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.apiwright.blueprint.breaking import break_page
from tests.apiwright.build.any_page.chance import Chance

BREAKS = int(os.environ.get("ANY_BREAKS", "300"))
"""How many breaks of good pages are tried; the same in every run, unless `ANY_BREAKS` is set."""

EXAMPLES = Path(__file__).parents[3] / "examples"
GOLDEN = Path(__file__).parents[2] / "golden"
PAGES = [path.read_text() for path in sorted(EXAMPLES.glob("*.yaml"))]
GOOD = [path.read_text() for path in sorted(GOLDEN.glob("*/blueprint.yaml"))]

TOKENS = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~=.",
        *[
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            "&a ",
            "*a",
            "!!str ",
            "<<: ",
            "--- ",
            "\\u0000",
        ],
        *["backend", "auth", "sign_up", "open", "resources", "Book", "fields", "str 1..120", "int"],
        *["access", "read", "anyone", "owner | admin", "list", "filter", "roles", "unique", "null"],
        *[
            "decimal(10,2) 0..",
            "draft | published = draft",
            ", matches ^(a",
            ", on delete set null",
        ],
        *[
            "\r",
            "\r\n",
            "1e999",
            "0x1F",
            "99999999999999999999",
            "é",
            "\u2028",
            "\ud7ff",
            "true",
            "~",
            ".inf",
        ],
    ]
)


def _check(page: str | bytes) -> None:
    try:
        read_blueprint(page)
    except BlueprintMistakes as found:
        lines = (page.decode(errors="replace") if isinstance(page, bytes) else page).split("\n")
        for mistake in found.mistakes:
            assert mistake.what
            assert 1 <= mistake.line <= len(lines)
            assert 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1


@given(st.binary(max_size=200))
def test_bytes_are_a_blueprint_or_mistakes(page: bytes) -> None:
    _check(page)


@given(st.lists(TOKENS, max_size=40).map("".join))
@settings(max_examples=400)
def test_what_looks_like_yaml_is_a_blueprint_or_mistakes(page: str) -> None:
    _check(page)


BLOTS = TOKENS | st.text(max_size=3)


@given(st.sampled_from(GOOD), st.integers(0, 5000), st.integers(0, 20), BLOTS)
@settings(max_examples=400)
def test_a_good_page_with_a_hole_or_a_blot_is_a_blueprint_or_mistakes(
    page: str, start: int, length: int, blot: str
) -> None:
    start %= len(page)
    _check(page[:start] + blot.encode(errors="replace").decode() + page[start + length :])


@pytest.fixture(scope="module")
def meant() -> list[Any]:
    """The good pages as values: together they have every construct."""
    return [YAML(typ="safe").load(page) for page in GOOD]


@given(st.randoms(use_true_random=True))
@settings(
    max_examples=BREAKS,
    derandomize="ANY_BREAKS" not in os.environ,
    phases=[Phase.explicit, Phase.generate],
)
def test_a_good_page_with_something_broken_is_a_blueprint_or_mistakes(
    meant: list[Any], source: Random
) -> None:
    chance = Chance(source)
    _check(json.dumps(break_page(chance, chance.one(*meant), meant), default=str))


VOCABULARY = """
    str str? int text ..5 Book User Review 1..5 20..100 anyone owner|admin nobody id title eq gte
    is_null open created_at cascade order 0 -1 ^a (a users date json decimal(10,2) a|b
"""
WORDS = st.sampled_from(VOCABULARY.split())
LEAVES = st.one_of(WORDS, st.text(max_size=8), st.none(), st.booleans(), st.integers(), st.floats())
NAMES = st.sampled_from(["Book", "Review", "User", "title", "author", "book", "order", "x y", ""])


def _data(kind: Kind) -> st.SearchStrategy[Any]:
    """Mostly of this kind, with anything in between."""
    match kind:
        case Scalar(words=words):
            return st.sampled_from(words) | LEAVES if words else LEAVES
        case Many(each):
            return st.lists(_data(each), max_size=3) | LEAVES
        case Named(each):
            return st.dictionaries(NAMES, _data(each), max_size=3) | LEAVES
        case Either(kinds):
            return st.one_of([_data(each) for each in kinds])
        case Record(keys):
            inner = {name: _data(key.kind) for name, key in keys.items()}
            return st.fixed_dictionaries({}, optional=inner) | LEAVES


@given(_data(BLUEPRINT))
@settings(max_examples=400)
def test_what_has_the_right_keys_is_a_blueprint_or_mistakes(data: object) -> None:
    _check(json.dumps(data))


def _keys(record: Record) -> dict[str, Key]:
    keys = dict(record.keys)
    for key in record.keys.values():
        keys |= _inner(key.kind)
    return keys


def _inner(kind: Kind) -> dict[str, Key]:
    match kind:
        case Record():
            return _keys(kind)
        case Named(each) | Many(each):
            return _inner(each)
        case Either(kinds):
            return {name: key for each in kinds for name, key in _inner(each).items()}
        case Scalar():
            return {}


# The pages have fields that are called like keys of an endpoint, and no endpoints.
KEYS = _keys(BLUEPRINT).keys() - {"body"} - (ENDPOINT.keys.keys() - _keys(RESOURCE).keys())
MISSPELLED = [
    (page, number, name)
    for page in PAGES
    for number, line in enumerate(page.split("\n"))
    for name in [line.split(":")[0].strip()]
    if name in KEYS
]


@pytest.mark.parametrize(("page", "number", "name"), MISSPELLED)
def test_a_misspelled_key_is_found_where_it_stands(page: str, number: int, name: str) -> None:
    lines = page.split("\n")
    column = lines[number].index(name) + 1
    lines[number] = lines[number].replace(name, f"{name}x", 1)
    with pytest.raises(BlueprintMistakes) as caught:
        read_blueprint("\n".join(lines))
    first = [(each.line, each.column, each.help) for each in caught.value.mistakes]
    assert (number + 1, column, f"Write `{name}`.") in first
