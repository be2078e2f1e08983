"""Texts that meet a field's bounds and its pattern, the most believable first."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from random import Random

from faker import Faker

from keel.testing.fields import Field
from keel.testing.patterns import matching
from keel.testing.words import words_for

_TRIES = 20
_MATCHES = 100
_NUMBERS = 1000
_LONG = 1000


def texts(field: Field, about: str, faker: Faker, random: Random) -> Iterator[str]:
    """Examples, words that fit, then whatever else `field` of the noun `about` accepts."""
    words = (_fitted(words_for(field, about, faker), field) for _ in range(_TRIES))
    if field.pattern is None:
        others = _numbered(field, about, faker)
    else:
        others = _matches(field, field.pattern, about, faker, random)
    return (str(text) for text in chain(field.examples, words, others) if _meets(field, text))


def _meets(field: Field, text: str) -> bool:
    if not (field.shortest or 0) <= len(text) <= (field.longest or len(text)):
        return False
    return field.pattern is None or re.search(field.pattern, text) is not None


def _fitted(text: str, field: Field) -> str:
    text = text[: field.longest].strip()
    return text.ljust(field.shortest or 0, "x")


def _numbered(field: Field, about: str, faker: Faker) -> Iterator[str]:
    """The same words told apart by a number, then anything."""
    text = _fitted(words_for(field, about, faker), field)
    for number in range(2, _NUMBERS):
        if "@" in text or "://" in text:
            yield re.sub(r"(?=@)|$", str(number), text, count=1)
        else:
            suffix = f" {number}"
            yield text[: (field.longest or _LONG) - len(suffix)] + suffix
    length = field.longest or _TRIES
    yield from (faker.pystr(length, length) for _ in range(_NUMBERS))


def _matches(field: Field, pattern: str, about: str, faker: Faker, random: Random) -> Iterator[str]:
    """What a pattern matches as a whole, then the same with words around it."""
    shortest = field.shortest or 0
    yield from islice(matching(pattern, shortest, field.longest, random), _MATCHES)
    for found in islice(matching(pattern, 0, field.longest, random), _MATCHES):
        words = words_for(field, about, faker).ljust(shortest, "x")
        for gap in (" ", ""):
            room = max(0, (field.longest or _LONG) - len(found) - len(gap))
            yield f"{found}{gap}{words[:room]}"
            yield f"{words[:room]}{gap}{found}"
        yield f"{words[: room // 2]}{found}{words[: room // 2]}"
