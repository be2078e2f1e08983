"""Texts of a blueprint stay text, whatever they hold."""

import ast

from apiwright.build.grow.text import ROOM, WIDTH, docstring, literal, raw
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text() | st.text(alphabet="ab. \\\"'\n\t{}#\u2028🦊", max_size=300)


def words(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
def test_a_literal_is_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@given(TEXTS)
def test_a_docstring_holds_every_word_of_the_text(text: str) -> None:
    tree = ast.parse(docstring(text, "A thing.", margin=0))
    assert len(tree.body) == 1
    held, said = words(ast.get_docstring(tree) or ""), words(text)
    assert said[1:] in held
    assert said[:1].upper() in held


@given(TEXTS)
def test_the_first_line_of_a_docstring_is_a_sentence(text: str) -> None:
    summary = (ast.get_docstring(ast.parse(docstring(text, "A thing."))) or "").splitlines()[0]
    assert summary[-1] in ".!?"


@given(st.text(alphabet="ab .", max_size=400))
def test_lines_of_words_stay_within_the_margin(text: str) -> None:
    lines = docstring(text, "A thing.", margin=4).splitlines()
    assert all(len(line) + 4 <= WIDTH or " " not in line for line in lines)


@given(TEXTS)
def test_pieces_stay_within_their_room(text: str) -> None:
    indent, quotes, escape = 4, 2, len("\\U0001f98a")
    lines = literal(text).splitlines()
    assert all(len(line) <= indent + ROOM + quotes + escape for line in lines)


def test_wide_characters_take_two_columns() -> None:
    lines = docstring("日本語 " * 40, "A thing.").splitlines()
    assert all(len(line) * 2 - line.count(" ") <= WIDTH for line in lines)


@given(st.text() | st.text(alphabet="ab\\ \"'^$", max_size=200))
def test_the_source_of_a_pattern_gives_the_pattern(pattern: str) -> None:
    assert ast.literal_eval(literal(pattern, raw)) == pattern


def test_a_backslash_makes_a_raw_docstring() -> None:
    assert docstring(r"Matches \d+.", "A thing.") == r'r"""Matches \d+."""'


def test_a_long_text_gets_a_summary_and_a_body() -> None:
    text = "Short first. " + "word " * 30
    assert docstring(text, "A thing.").splitlines()[:2] == ['"""Short first.', ""]
    assert docstring("word " * 30, "A thing.").splitlines()[:2] == ['"""A thing.', ""]
