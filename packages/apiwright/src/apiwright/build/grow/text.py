"""Free text of a blueprint inside Python: it can neither break out nor run past the margin."""

import re
from collections.abc import Callable
from textwrap import indent, wrap
from typing import Any
from unicodedata import east_asian_width

WIDTH = 100
ROOM = 64
"""Columns that a text has where a name and a few brackets stand around it."""

_QUOTES = re.compile(r'^"|"(?="")|(?<="")"')
_PAD = "\udfff"  # in no text that UTF-8 can hold
_SENTENCE = re.compile(r"(.+?[.!?]) (.+)")


def docstring(text: str, summary: str, margin: int = 4) -> str:
    """Quote `text` as a docstring, its first sentence on the first line.

    Args:
        text: Any text, on one line or on many.
        summary: The first line when `text` is empty or starts with a sentence too long for it.
        margin: Columns that stand to the left of the docstring.
    """
    quotes, said = _quoted(_sentence(" ".join(text.split())) or summary)
    if _width(said) + margin + len(quotes) + 3 <= WIDTH:
        return f'{quotes}{said}"""'
    first = _SENTENCE.match(said)
    head, body = first.groups() if first else (summary, said)
    if _width(head) + margin + len(quotes) > WIDTH:
        head, body = summary, said
    lines = _lines(body, WIDTH - margin, break_long_words=False, break_on_hyphens=False)
    return "\n".join([f"{quotes}{head}", "", *lines, '"""'])


def literal(text: str, quote: Callable[[str], str] = repr, room: int = ROOM) -> str:
    """Quote `text` as an expression, in pieces of `room` columns, on lines of their own."""
    pieces = _lines(
        text, max(room, 4), drop_whitespace=False, replace_whitespace=False, expand_tabs=False
    ) or [""]
    if len(pieces) == 1:
        return quote(text)
    return "(\n" + indent("\n".join(map(quote, pieces)), "    ") + "\n)"


def raw(pattern: str) -> str:
    """Quote a pattern, raw where that is possible."""
    is_plain = '"' not in pattern and pattern.isprintable() and not pattern.endswith("\\")
    return f'r"{pattern}"' if is_plain else repr(pattern)


def _lines(text: str, width: int, **how: Any) -> list[str]:
    """Wrap `text` where its characters, some as wide as two or longer in quotes, fill `width`."""
    padded = "".join(char + _PAD * (_width(char) - 1) for char in text)
    return [line.replace(_PAD, "") for line in wrap(padded, width, **how)]


def _width(text: str) -> int:
    """Columns that `text` takes at most, whatever quotes stand around it."""
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(repr(f'"{text}')) - len("""'"'""") + wide


def _sentence(text: str) -> str:
    """`text` with a capital and an end."""
    ended = text if text[-1:] in {"", ".", "!", "?"} else f"{text}."
    return ended[:1].upper() + ended[1:]


def _quoted(text: str) -> tuple[str, str]:
    """The opening quotes of a docstring and `text` within, which cannot end it early."""
    if "\\" in text and text.isprintable() and not _QUOTES.search(text):
        return 'r"""', text
    shown = "".join(map(_shown, text))
    return '"""', _QUOTES.sub(lambda quote: _escape(quote[0]), shown)


def _shown(char: str) -> str:
    return char if char.isprintable() and char != "\\" else _escape(char)


def _escape(char: str) -> str:
    """A Unicode escape, which linters of docstrings accept where they refuse a backslash."""
    return f"\\U{ord(char):08x}"
