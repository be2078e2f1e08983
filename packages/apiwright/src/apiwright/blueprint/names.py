"""How a name is spelled in each place."""

from __future__ import annotations

import re
import unicodedata

_IRREGULAR = {
    "child": "children",
    "cookie": "cookies",
    "datum": "data",
    "foot": "feet",
    "goose": "geese",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "man": "men",
    "mouse": "mice",
    "movie": "movies",
    "person": "people",
    "shelf": "shelves",
    "thief": "thieves",
    "tie": "ties",
    "tooth": "teeth",
    "wife": "wives",
    "wolf": "wolves",
    "woman": "women",
}


def words(name: str) -> list[str]:
    """The words of a name in any spelling, in lower case: `HTTPServer` → `http`, `server`."""
    plain = unicodedata.normalize("NFKD", name)
    found: list[str] = re.findall(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+", plain)
    return [word.lower() for word in found]


def snake(name: str) -> str:
    """As fields, tables and modules are spelled: `order_line`."""
    return "_".join(words(name))


def kebab(name: str) -> str:
    """As paths and distributions are spelled: `order-line`."""
    return "-".join(words(name))


def pascal(name: str) -> str:
    """As classes are spelled: `OrderLine`."""
    return "".join(word.capitalize() for word in words(name))


def constant(name: str) -> str:
    """As members of an enum are spelled: `IN_STOCK`."""
    return snake(name).upper()


def plural(noun: str) -> str:
    """The English plural of a noun in snake case: `order_line` → `order_lines`."""
    *rest, last = noun.split("_")
    return "_".join([*rest, _plural(last)])


def singular(name: str) -> str | None:
    """The noun in Pascal case whose plural this name seems to be; `None` if it seems singular."""
    *rest, last = words(name) or [""]
    if last.endswith(("ss", "us", "is", "as", "ics", "news", "ens")):
        return None
    found = next((noun for noun in _singulars(last) if _plural(noun) == last), None)
    return pascal("_".join([*rest, found])) if found else None


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("sis"):
        return word[:-2] + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _singulars(word: str) -> list[str]:
    stripped = [re.sub("ies$", "y", word)]
    if word.endswith("es"):
        is_hissed = word.endswith(("sses", "uses", "xes", "ches", "shes", "zzes"))
        is_hissed = is_hissed and not word.endswith(("ouses", "auses"))
        return [*_IRREGULAR, *stripped, word[:-2] if is_hissed else word[:-1]]
    return [*_IRREGULAR, *stripped, word[:-1]]
