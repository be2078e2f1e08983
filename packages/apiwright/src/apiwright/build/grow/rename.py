"""The exemplar's nouns, turned into those of a blueprint."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from apiwright.blueprint import names

PACKAGE = "exemplar"
_PROSE = re.compile(r'("""[\s\S]*?""")')
_VOWEL = re.compile(r"(?!uni(?!n)|us[aeu]|eu|one\b|once\b|ut[ei]|ubi)[aeiou]|hour|hono|heir")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as classes and as tables are named: `OrderLine`, `order_lines`."""

    name: str
    nouns: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """How code spells it."""
        path = "/" + self.nouns.replace("_", "-")
        return path, self.nouns, names.snake(self.name), names.pascal(self.nouns), self.name

    @property
    def phrases(self) -> tuple[str, ...]:
        """How sentences spell it."""
        one, many = (noun.replace("_", " ") for noun in (names.snake(self.name), self.nouns))
        a = "an" if _VOWEL.match(one) else "a"
        at_the_start = many[0].upper() + many[1:]
        return f"{a.capitalize()} {one}", f"{a} {one}", many, one, at_the_start, self.name


def rename(text: str, was: Noun, now: Noun, package: str = PACKAGE) -> str:
    """Turn code about one noun into code about another.

    Docstrings get phrases, with the right article; everything else gets spellings, and the
    exemplar's package becomes `package`. `text` must not hold any words of a blueprint yet, for
    they would be renamed too.
    """
    code = _replacer((PACKAGE, *was.spellings), (package, *now.spellings))
    prose = _replacer(was.phrases, now.phrases)
    parts = enumerate(_PROSE.split(text))
    return "".join(prose(part) if place % 2 else code(part) for place, part in parts)


def _replacer(was: tuple[str, ...], now: tuple[str, ...]) -> Callable[[str], str]:
    """What replaces whole words, also those within identifiers: `TestTopics`, `list_topics`."""
    words = dict(zip(was, now, strict=True))
    found = "|".join(f"{'' if word[0].isupper() else '(?<![A-Za-z])'}{word}" for word in words)
    pattern = re.compile(f"(?:{found})(?![a-z])")
    return lambda text: pattern.sub(lambda word: words[word[0]], text)
