"""Types of columns: which one takes all that another holds, and what does not fit into one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INT, _BIG_INT = 2**31 - 1, 2**63 - 1
_EXACT_IN_FLOAT = 2**53
_WIDER = {("sa.Integer", "sa.BigInteger"), ("sa.Integer", "sa.Float")}
_DIGITS = {"sa.Integer": 10, "sa.BigInteger": 19}


@dataclass(frozen=True, slots=True)
class Misfit:
    """What a column cannot hold: in SQL that both databases know, and in words."""

    sql: str
    words: str


def is_wider(was: str, now: str) -> bool:
    """Whether a type of the same family holds all that another does, exactly."""
    (old, *size), (new, *room) = _parts(was), _parts(now)
    match old, new:
        case "sa.String", "sa.String":
            holds = size[0] <= room[0]
        case "sa.Integer" | "sa.BigInteger", "sa.Numeric":
            holds = room[0] - room[1] >= _DIGITS[old]
        case "sa.Numeric", "sa.Numeric":
            holds = room[1] >= size[1] and room[0] - room[1] >= size[0] - size[1]
        case _:
            holds = new == "sa.Text" or (old, new) in _WIDER
    return was == now or holds


def misfit(kind: str, value: str) -> Misfit | None:
    """What of `value`, SQL such as the name of a column, does not fit into a type."""
    name, *room = _parts(kind)
    exact = f"CAST({value} AS NUMERIC)"
    match name:
        case "sa.String":
            return Misfit(f"length({value}) > {room[0]}", f"longer than {room[0]} characters")
        case "sa.Integer" | "sa.BigInteger":
            most = _INT if name == "sa.Integer" else _BIG_INT
            sql = f"{exact} <> round({exact}, 0) OR abs({exact}) > {most}"
            return Misfit(sql, f"no whole number up to {most}")
        case "sa.Numeric":
            digits, places = room
            most = 10 ** (digits - places)
            sql = f"{exact} <> round({exact}, {places}) OR abs({exact}) >= {most}"
            return Misfit(sql, f"no number below {most} with {places} places")
        case "sa.Float":
            sql = f"abs({exact}) > {_EXACT_IN_FLOAT}"
            return Misfit(sql, f"larger than {_EXACT_IN_FLOAT}")
        case _:
            return None


def _parts(kind: str) -> tuple[str, *tuple[int, ...]]:
    name, _, rest = kind.partition("(")
    return (name, *map(int, re.findall(r"\d+", rest)))
