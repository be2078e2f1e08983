"""What a word is."""

# ruff: noqa: RUF001 - letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keel.data.searching.words import LONGEST_WORD, words_of, words_sought


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("Frost, lemon!", "frost lemon"),
        ("ÉCLAIR Ångström naïve", "eclair angstrom naive"),
        ("e\u0301clair \u212bngstro\u0308m", "eclair angstrom"),
        ("Straße STRASSE", "strasse strasse"),
        ("Łódź Søren Đorđe", "lodz soren dorde"),
        ("İstanbul ISPARTA \u0131sparta", "istanbul isparta isparta"),
        ("Όσος ΟΣΟΣ", "οσοσ οσοσ"),
        ("Ёлка Йод", "елка иод"),
        ("\ufb01n \uff26\uff29\uff2e", "fin fin"),
        ("well-known O'Reilly don\u2019t", "well known o reilly don t"),
        ("snake_case a.b@c.de 3.14", "snake case a b c de 3 14"),
        ("\u0663\u0664 x\u00b2", "34 x2"),
        ("zu\u00adcker a\u200db", "zucker ab"),
        ("frost🍋lemon", "frost 🍋 lemon"),
        ("👍🏽", "👍"),
        ("हिन्दी", "हिन्दी"),
        ("שָׁלוֹם", "שלום"),
        ("日本語", "日本 本語 語"),
        ("ｶﾞ", "ガ"),
        ("iPhone手机", "iphone 手机 机"),
        ("กขค", "กข ขค ค"),
        ("!?-_*\"'\\ \t\n", ""),
    ],
)
def test_a_text_has_words(text: str, words: str) -> None:
    assert " ".join(words_of(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("frost Frost FROST", "frost"),
        ("日本語", "日本 本語"),
        ("語", "語"),
        ("NEAR(a b) OR c*", "near a b or c"),
        ("--", ""),
    ],
)
def test_words_are_sought_once_and_runs_by_their_pairs(text: str, words: str) -> None:
    assert " ".join(words_sought(text)) == words


def test_of_a_long_word_the_beginning_counts() -> None:
    assert list(words_of("x" * 10_000)) == ["x" * LONGEST_WORD]
    assert words_sought("x" * 10_000) == ("x" * LONGEST_WORD,)


@given(st.text())
def test_no_word_has_what_a_database_could_take_for_more(text: str) -> None:
    for word in words_of(text):
        assert word
        assert not {*word} & {*"'\"\\*:&|!() \t\n\x00_-"}
        assert word == "".join(word.split())


@given(st.text("aéßçñøæłčαάσςіїйё 日語"))
def test_case_changes_no_word(text: str) -> None:
    assert list(words_of(text.upper())) == list(words_of(text.lower()))


@given(st.text())
def test_what_is_sought_is_found_in_the_same_text(text: str) -> None:
    kept = {*words_of(text)}
    assert all(any(has.startswith(word) for has in kept) for word in words_sought(text))
