"""Actions: one for each arrow, and others."""

from itertools import pairwise

from tests.apiwright.build.any_page.chance import Chance, Page


def any_actions(chance: Chance, fields: Page, by: str, nouns: list[str]) -> Page:
    """An action for each arrow of the fields, and others."""
    sets: Page = {"count": 7, "day": chance.one("today", "now"), "f0": None}
    moves = _moves(fields, by)
    extras: list[Page] = [
        {"by": by, "body": {"remark": "str 1..20", "many": "int? 0..9"}},
        {"by": by, "on": "collection", "returns": [chance.one(*nouns)]},
        {"by": by, "sets": sets},
        {"by": by, "body": chance.some([*fields], 2)},
    ]
    for act in moves:
        act.update(chance.part_of({"sets": sets, "needs": chance.some([*fields], 1)}, 0.3))
    acts = moves + [act for act in extras if chance.maybe(0.15)]
    return {f"act{index}": act for index, act in enumerate(acts)}


def _moves(fields: Page, by: str) -> list[Page]:
    return [
        {"status": f"{start} -> {end}", "by": by}
        for starts, ends in pairwise(fields.get("status", "").split(" -> "))
        for start in starts.split(" | ")
        for end in ends.split(" | ")
    ]
