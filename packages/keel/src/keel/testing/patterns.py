"""Texts that a regular expression matches, of about the length that is wanted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from importlib import import_module
from itertools import accumulate
from math import ceil, inf
from random import Random
from string import ascii_letters, digits, punctuation
from typing import Any, TypeAlias

_Span: TypeAlias = tuple[int, float]  # the least and the greatest
_NOTHING: _Span = (0, 0)

_parser: Any = import_module("re._parser")  # Python's own, which has no public name

_SPREAD = 12  # characters more than a text needs to have
_LARGEST_RANGE = 500
# Usual characters are taken where they are allowed, rare ones where nothing else is.
_ALPHABETS = (ascii_letters + digits, f" {punctuation}", "éΩЖ中", "\t\n\r\f\v")
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def matching(pattern: str, shortest: int, longest: int | None, random: Random) -> Iterator[str]:
    """Texts that `pattern` may match as a whole, without end; none where no length is possible.

    A text fits as far as parts of it can be made apart from each other: look whether it matches.
    """
    parts = list(_parser.parse(pattern))
    low, high = _lengths(parts)
    low, high = max(low, shortest), min(high, inf if longest is None else longest)
    while low <= high:
        yield _sequence(parts, random.randint(low, int(min(high, low + _SPREAD))), random)


def _lengths(parts: Iterable[Any]) -> _Span:
    """The least and the greatest length of a sequence of parts."""
    return reduce(_sum, map(_length, parts), _NOTHING)


def _sum(one: _Span, other: _Span) -> _Span:
    return one[0] + other[0], one[1] + other[1]


def _length(part: Any) -> _Span:
    code, value = part
    match str(code):
        case "AT":
            return 0, 0
        case "SUBPATTERN":
            return _lengths(value[-1])
        case "BRANCH":
            arms = [_lengths(arm) for arm in value[1]]
            return min(least for least, _ in arms), max(most for _, most in arms)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most = _lengths(value[2])
            return value[0] * least, _times(_most(value), most)
        case _:
            return 1, 1


def _most(repeat: Any) -> float:
    return inf if repeat[1] is _parser.MAXREPEAT else repeat[1]


def _times(number: float, length: float) -> float:
    return number * length if number and length else 0  # also where the other is infinite


def _sequence(parts: Sequence[Any], length: int, random: Random) -> str:
    """A text for each part, of `length` in all if they can be so long."""
    lengths = [_length(part) for part in parts]
    rests = [*accumulate(reversed(lengths), _sum, initial=_NOTHING)][-2::-1]
    text = ""
    for part, (least, most), (rest_least, rest_most) in zip(parts, lengths, rests, strict=True):
        left = length - len(text)
        low = int(max(least, min(most, left - min(rest_most, left))))
        high = int(max(low, min(most, left - rest_least)))
        text += _text(part, random.randint(low, high), random)
    return text


def _text(part: Any, length: int, random: Random) -> str:
    code, value = part
    match str(code):
        case "AT":
            return ""
        case "SUBPATTERN":
            return _sequence(value[-1], length, random)
        case "BRANCH":
            fitting = [arm for arm in value[1] if _allows(_lengths(arm), length)]
            return _sequence(random.choice(fitting or value[1]), length, random)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(value, length, random)
        case _:
            return random.choice(_characters(str(code), value) or [""])


def _allows(bounds: _Span, length: int) -> bool:
    return bounds[0] <= length <= bounds[1]


def _repeated(repeat: Any, length: int, random: Random) -> str:
    """The text of a repeat; the number of its rounds is one that can give `length`."""
    least, most = _lengths(repeat[2])
    longest_round = int(min(most, length)) or 1
    low = max(repeat[0], ceil(length / longest_round))
    high = max(low, min(_most(repeat), length // (least or 1)))
    return _sequence([*repeat[2]] * random.randint(low, int(high)), length, random)


def _characters(code: str, value: Any) -> list[str]:
    """Characters that a part of one character may be."""
    match code:
        case "LITERAL" | "RANGE":
            first, last = (value, value) if code == "LITERAL" else value
            codes = range(max(first, 1), min(last, first + _LARGEST_RANGE) + 1)  # no text holds NUL
            return [chr(number) for number in codes]
        case "IN" if str(value[0][0]) != "NEGATE":
            return [char for item in value for char in _characters(str(item[0]), item[1])]
        case _:
            alphabet = next((a for a in _ALPHABETS if any(_is(c, code, value) for c in a)), "")
            return [char for char in alphabet if _is(char, code, value)]


def _is(char: str, code: str, value: Any) -> bool:
    match code:
        case "LITERAL":
            return char == chr(value)
        case "NOT_LITERAL":
            return char != chr(value)
        case "RANGE":
            return ord(char) in range(value[0], value[1] + 1)
        case "CATEGORY":
            return re.fullmatch(_CATEGORIES[str(value)], char) is not None
        case "IN":
            return not any(_is(char, str(item), said) for item, said in value[1:])
        case _:
            return char != "\n"
