"""Good pages with something broken in them."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from tests.apiwright.build.any_page.chance import Chance

Place = tuple[Any, Any]
ODD: list[Any] = [
    *(None, True, -1, 10**30, 1.5, "", " ", "?", "=", "|", "..", "[str", "= (", "a ->", "x" * 300),
    *([], {}, [[]], {"": ""}, "nobody", "caller", "User", "[User]", "decimal(99,99)", "v1", "/"),
    *("at most 0 per owner", "count of", "member as", "str, search 99", "str, matches (?=a)"),
]
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


def break_page(chance: Chance, page: Any, others: list[Any]) -> Any:
    """A copy of a page in which one to three things are no more what they were.

    Args:
        chance: What breaks it.
        page: As YAML has it.
        others: Pages whose keys and values may stand anywhere in it.
    """
    broken = copy.deepcopy(page)
    for _ in range(chance.one(1, 1, 1, 2, 3)):
        if places := list(_places(broken)):
            _break(chance, chance.one(*places), places, chance.one(*others))
    return broken


def _places(node: Any) -> Iterator[Place]:
    """Every place in a page: what holds something, and the key of it."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys if isinstance(node, dict | list) else ():
        yield node, key
        if isinstance(node[key], dict | list):
            yield from _places(node[key])


def _break(chance: Chance, place: Place, places: list[Place], other: Any) -> None:
    holder, key = place
    strange, strange_key = chance.one(*_places(other))
    match chance.number(0, 6):
        case 0 | 1 if isinstance(holder[key], str):
            holder[key] = _garbled(chance, holder[key], str(strange[strange_key]))
        case 2:
            holder[key] = copy.deepcopy(chance.one(*ODD))
        case 3:
            del holder[key]
        case 4 if isinstance(holder, dict):
            holder[chance.one(str(strange_key), f"{key}x")] = holder.pop(key)
        case 5:
            there, where = chance.one(*places)
            holder[key] = copy.deepcopy(there[where])
        case _:
            holder[key] = copy.deepcopy(strange[strange_key])


def _garbled(chance: Chance, text: str, other: str) -> str:
    """A text with a word more, a word less, or another word."""
    words, strange = _WORD.findall(text), _WORD.findall(other)
    at = chance.number(0, len(words))
    return "".join([*words[:at], *chance.upto(strange, 1), *words[at + chance.number(0, 1) :]])
