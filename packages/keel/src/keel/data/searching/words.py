"""What a word is: texts folded and split here, so that no database does it in its own way.

Sources: Unicode 15.0, chapters 3.13 (caseless matching), 4.3 (combining classes) and 4.5 (general
categories).
"""

import re
from collections.abc import Iterator
from unicodedata import category, combining, decimal, normalize

LONGEST_WORD = 64
"""Characters of a word that count; what follows them is not looked at."""

# Letters whose stroke or ligature Unicode does not take apart.
_PLAIN = {
    "\u0131": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe",
    "þ": "th",
}  # fmt: skip
# Scripts that part no words: Thai, Lao, Myanmar, Khmer, Kana, Bopomofo, Han.
_UNPARTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"(?P<unparted>[{_UNPARTED}]+)|[^{_UNPARTED}]+")
_VOWEL_POINTS = range(10, 37)  # of Hebrew, Arabic and Syriac; above and below letters from 200 on
_ACCENTS = 200
_VARIANTS = re.compile("[\u034f\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class _Folds(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def words_of(text: str) -> Iterator[str]:
    """The words of a text that is kept, some of them more than once.

    Where a script parts no words, each character with the one behind it is one, and the last alone.
    """
    for run in _runs(text):
        if run["unparted"]:
            yield from (run[0][at : at + 2] for at in range(len(run[0])))
        else:
            yield run[0][:LONGEST_WORD]


def words_sought(text: str) -> tuple[str, ...]:
    """The different words that are looked for: each is found where a word begins with it.

    A longer run in a script that parts no words is looked for by its pairs of characters.
    """
    sought: dict[str, None] = {}
    for run in _runs(text):
        words = list(words_of(run[0]))
        sought |= dict.fromkeys(words[:-1] or words)
    return tuple(sought)


_FOLDS = _Folds()


def _runs(text: str) -> Iterator[re.Match[str]]:
    folded = normalize("NFC", normalize("NFKD", text).translate(_FOLDS))
    for part in folded.split():
        yield from _RUN.finditer(part)


def _fold(char: str) -> str:
    """A character without case and accents; a blank where words part, blanks around a sign."""
    kind, place = category(char), combining(char)
    if kind == "Cf" or place in _VOWEL_POINTS or place >= _ACCENTS or _VARIANTS.match(char):
        return ""
    if kind == "Nd":
        return str(decimal(char))
    if kind[0] in "LMN":
        folded = char.casefold()
        return _PLAIN.get(folded, folded)
    return f" {char} " if kind == "So" else " "
